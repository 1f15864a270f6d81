// Runs one SQL file in DuckDB with a number of threads and prints what came out: node duckdb.mjs SQL THREADS [MODULES]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [sql, threads, modules] = process.argv.slice(2);
const require = createRequire((modules ?? process.cwd()) + '/x.js');
const { DuckDBInstance } = require('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const result = await connection.runAndReadAll(readFileSync(sql, 'utf8'));
for (const row of result.getRowsJson()) console.log(row.join(' '));
