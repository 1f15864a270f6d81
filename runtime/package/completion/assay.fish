# Completion of assay and assayc for fish. The programs are asked: what completes is what their --help says.

function __assay_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -l commands ($program --help 2>/dev/null | string replace -rf '^  (?:assayc? )?([a-z]+) +(.*)' '$1\t$2')
    set -l names (string split -f 1 \t -- $commands)
    for command in $words[2..-1]
        contains -- $command $names; or continue
        __assay_complete_command $program $command $words[-1]
        return
    end
    printf '%s\n' $commands --help
end

function __assay_complete_command -a program command before
    set -l help ($program $command --help 2>/dev/null)
    if string match -qr '^--?[a-z-]+$' -- $before
        set -l values (string replace -rf "^  (?:-[a-z], )?$before ([a-z0-9-]+(?:\|[a-z0-9-]+)+)(?: .*)?\$" '$1' -- $help)
        if set -q values[1]
            string split '|' -- $values
            return
        end
    end
    string replace -rf '^  (?:-[a-z], )?(--?[a-z][a-z-]*) *(.*)' '$1\t$2' -- $help
    echo --help
    test $command = explain; and $program explain 2>/dev/null | string match -r '[A-Z][0-9]{4}'
end

# No file stands in the place of the command.
for program in assay assayc
    complete -c $program -f -n 'test (count (commandline -opc)) -eq 1'
    complete -c $program -a '(__assay_complete)'
end
