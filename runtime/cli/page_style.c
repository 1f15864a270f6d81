/* page_style.c - how the page looks: on screens light and dark, narrow and wide, and on paper. One accent colour; what
 * a colour says, a shape or a word says too. */
#include "runtime/cli/page.h"

/* Contrast of text is at least 4.5 to 1 in both schemes, of marks and edges 3 to 1. */
static const char style_colours[] =
    ":root{--paper:#fff;--ink:#1c2126;--soft:#565f69;--edge:#d5dae0;--wash:#f4f6f8;--track:#e3e8ed;\n"
    "--accent:#0b5a72;--on-accent:#fff;--outline:#737d88;color-scheme:light dark}\n"
    "@media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e7eaee;--soft:#a6b0bb;--edge:#343c45;--wash:#"
    "1c2229;\n"
    "--track:#2c343d;--accent:#79c7de;--on-accent:#0d1b21;--outline:#7f8a96}}\n";

/* The text. */
static const char style_text[] =
    "*{box-sizing:border-box}\n"
    "html{font:1rem/1.5 system-ui,\"Segoe UI\",Roboto,\"Helvetica "
    "Neue\",Arial,sans-serif;background:var(--paper);color:var(--ink);\n"
    "-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem "
    "4rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}\n"
    "h1,h2,h3{font-family:ui-serif,\"Iowan Old Style\",Palatino,\"Palatino "
    "Linotype\",Georgia,serif;font-weight:600;line-height:1.2;\n"
    "text-wrap:balance}\n"
    "h1{font-size:2.1rem;margin:0 0 .4rem;letter-spacing:-.01em}\n"
    "h2{font-size:1.55rem;margin:0 0 .5rem}\n"
    "h3{font-size:1.15rem;margin:2rem 0 .6rem}\n"
    "h4,h5,h6{font-size:1rem;line-height:1.4;margin:0;font-weight:600}\n"
    "h5,h6{font-size:.95rem}\n"
    "p{margin:.4rem 0}\n"
    "a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}\n"
    "a:hover{text-decoration-thickness:.14em}\n"
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}\n"
    "main:focus{outline:none}\n"
    "code{font-family:ui-monospace,\"Cascadia Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace;font-size:.88em}\n"
    ".hash{color:var(--soft);font-size:.78em}\n"
    ".soft,.back{color:var(--soft);font-size:.9rem}\n"
    ".lead{font-size:1.1rem;color:var(--soft);margin:0 0 1.5rem}\n"
    ".note{border-left:2px solid var(--edge);padding-left:.8rem;color:var(--soft);font-size:.9rem}\n"
    ".point{border:1px solid var(--outline);border-radius:2px;padding:0 .2em;font:.8em "
    "ui-monospace,monospace;white-space:nowrap}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
    ".skip{position:absolute;left:-99rem;top:0;background:var(--paper);padding:.6rem 1rem;z-index:1}\n"
    ".skip:focus{left:0}\n"
    "blockquote{margin:.6rem 0;padding:.1rem 0 .1rem .8rem;border-left:2px solid var(--accent)}\n"
    "cite{font-style:italic}\n"
    ".secondary{font-weight:600;font-size:.85rem;border-bottom:1px dotted var(--ink)}\n";

/* The head, sections, lines. */
static const char style_parts[] =
    "header{border-bottom:3px double var(--edge);padding-bottom:1.2rem;margin-bottom:2.2rem}\n"
    ".basis{display:grid;gap:.5rem;margin:0 0 1rem;font-size:.9rem}\n"
    ".basis div{display:grid;grid-template-columns:9.5rem 1fr;gap:1rem}\n"
    ".basis dt{color:var(--soft)}\n"
    ".basis dd{margin:0}\n"
    "section{margin:0 0 3rem}\n"
    ".specialization,.doubts{border-top:1px solid var(--edge);padding-top:1.8rem}\n"
    ".facts{margin:0 0 .4rem;color:var(--soft)}\n"
    "p.next{max-width:46rem}\n"
    ".status{display:inline-block;border:1px solid var(--outline);border-radius:1em;padding:0 .7em;font-size:.85rem;\n"
    "color:var(--ink);white-space:nowrap}\n"
    ".status.active{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}\n"
    ".answer{white-space:nowrap;font-weight:600}\n"
    ".answer "
    "svg{width:1em;height:1em;margin-right:.3em;vertical-align:-.13em;fill:none;stroke:currentColor;stroke-width:2;\n"
    "stroke-linecap:round;stroke-linejoin:round}\n"
    ".answer.yes{color:var(--accent)}\n"
    ".answer.open{font-weight:400;color:var(--soft)}\n"
    ".tallied{display:inline-block;margin-right:.6em;white-space:nowrap}\n"
    ".tallied .answer{font-weight:400}\n"
    "ul.lines,ul.parts,ul.dates,ol.columns{list-style:none;margin:0;padding:0}\n"
    ".line{border:1px solid var(--edge);border-radius:6px;padding:1rem 1.2rem;margin:0 0 1rem}\n"
    ".part{border-left:2px solid var(--edge);padding:.2rem 0 .2rem 1rem;margin:.8rem 0}\n"
    ".joint{font-style:italic;color:var(--soft);margin:.6rem 0 0}\n"
    ".verdict{margin:.15rem 0 .6rem}\n"
    ".hangs{font-weight:600}\n"
    "dl.figures{display:flex;flex-wrap:wrap;gap:.2rem 2rem;margin:.35rem 0 .7rem}\n"
    "dl.figures dt{font-size:.8rem;color:var(--soft)}\n"
    "dl.figures dd{margin:0}\n"
    ".dates li{display:grid;grid-template-columns:7rem 6.5rem 1fr;gap:.8rem;padding:.15rem 0;align-items:baseline}\n"
    ".away{color:var(--soft);font-size:.9rem}\n"
    ".away.near{color:var(--ink);font-weight:600}\n"
    "details{margin:.5rem 0}\n"
    ".line>details:last-child{margin-bottom:0}\n"
    "summary{cursor:pointer;color:var(--accent);width:fit-content;padding:.1rem 0}\n"
    "footer{border-top:3px double var(--edge);padding-top:1rem;color:var(--soft);font-size:.9rem}\n";

/* Tables. */
static const char style_tables[] =
    "table{border-collapse:collapse;width:100%;margin:.8rem 0 1rem;font-size:.92rem}\n"
    "caption{text-align:left;font-weight:600;padding:0 0 .4rem;font-size:.95rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--edge)}\n"
    "th:last-child,td:last-child{padding-right:0}\n"
    "thead th{font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1px solid "
    "var(--outline);vertical-align:bottom}\n"
    "tbody th{font-weight:400}\n"
    "th.figure,td.figure{text-align:right;white-space:nowrap}\n"
    ".overview th[scope=row]{width:34%}\n"
    ".overview th .soft{display:block;font-size:.82rem}\n"
    ".overview td.next{font-size:.88rem}\n"
    ".overview td.counts{white-space:nowrap}\n"
    ".overview .tallied{display:block}\n"
    ".within{padding-left:1.2rem;color:var(--soft)}\n"
    ".customers th .needed{display:block;font-size:.8rem;font-weight:600}\n"
    ".customers details{margin:0}\n"
    ".customers details p{margin:.1rem 0;max-width:14rem;font-size:.88rem}\n"
    ".shares{min-width:9rem;white-space:nowrap}\n"
    ".customers .figure{padding-right:1.8rem}\n";

/* Charts: certain is filled, possible is outlined. */
static const char style_charts[] =
    "svg.bar{display:block;width:100%;height:.75rem;overflow:visible}\n"
    "svg.share{display:inline-block;width:4.5rem;height:.55rem;margin-right:.5rem}\n"
    ".track{fill:var(--track)}\n"
    ".certain{fill:var(--accent)}\n"
    ".possible{fill:var(--paper);stroke:var(--accent);stroke-width:1.5;stroke-dasharray:4 "
    "3;vector-effect:non-scaling-stroke}\n"
    ".need{stroke:var(--ink);stroke-width:2.5;vector-effect:non-scaling-stroke}\n"
    ".under{stroke:var(--paper);stroke-width:5.5;vector-effect:non-scaling-stroke}\n"
    ".column .under{stroke-width:3.5}\n"
    ".base{stroke:var(--outline);stroke-width:1;vector-effect:non-scaling-stroke}\n"
    ".level{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 4;vector-effect:non-scaling-stroke}\n"
    "ol.columns{display:flex;max-width:38rem;margin:.8rem 0 .3rem}\n"
    ".columns li{flex:1 1 0;max-width:6rem;text-align:center;position:relative}\n"
    "svg.column{display:block;width:100%;height:7rem;overflow:visible}\n"
    ".month{display:block;font-size:.75rem;line-height:1.25;color:var(--soft);margin-top:.25rem}\n"
    ".legend{font-size:.9rem;color:var(--soft)}\n"
    ".key{display:inline-block;width:1.4em;height:.7em;vertical-align:baseline;margin:0 .4em 0 0}\n"
    ".key.certain{background:var(--accent)}\n"
    ".key.possible{border:1.5px dashed var(--accent)}\n"
    ".key.need{width:0;border-left:2.5px solid var(--ink);margin:0 .5em 0 .2em}\n";

/* Narrow screens: the rows of a table become cards, and nothing runs off the side. */
static const char style_narrow[] =
    "@media(max-width:46rem){body{padding:1.4rem 1rem 3rem}\n"
    "h1{font-size:1.65rem}h2{font-size:1.35rem}\n"
    ".basis div{grid-template-columns:1fr;gap:0}\n"
    ".line{padding:.8rem .9rem}\n"
    "table,tbody,tr,th,td,caption{display:block}\n"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    "tr{border-bottom:1px solid var(--edge);padding:.5rem 0}\n"
    "th,td,.overview th[scope=row]{border:0;padding:.1rem 0;width:auto}\n"
    "th.figure,td.figure{text-align:left;white-space:normal}\n"
    ".dates li{grid-template-columns:auto 1fr;gap:0 .8rem}\n"
    ".dates li span:last-child{grid-column:1/3}\n"
    "td[data-name]::before{content:attr(data-name) \": \";color:var(--soft);font-size:.85rem}\n"
    "td:empty{display:none}\n"
    ".within{padding-left:1.2rem}\n"
    ".shares{padding:0;white-space:normal}\n"
    ".overview .tallied{display:inline-block}}\n";

/* On paper everything is open, black on white, and headings stay with what follows. */
static const char style_paper[] =
    "@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--edge:#bbb;--wash:#fff;--track:#e6e6e6;--accent:#0b5a72;\n"
    "--on-accent:#fff;--outline:#666;color-scheme:light}\n"
    "@page{margin:18mm 16mm}\n"
    "html{font-size:10pt}\n"
    "body{max-width:none;padding:0}\n"
    ".skip,.back{display:none}\n"
    "a{color:inherit;text-decoration:none}\n"
    ".status.active,.key.certain{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    "h2,h3,h4,h5,caption,summary{break-after:avoid}\n"
    ".specialization{break-before:page;border:0;padding:0}\n"
    ".specialization.quiet{break-before:auto}\n"
    "svg.bar{break-after:avoid}\n"
    "tr,svg,.columns,dl.figures,blockquote{break-inside:avoid}\n"
    "thead{display:table-header-group}\n"
    "details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}\n"
    "summary{color:inherit;list-style:none}\n"
    "summary::marker{content:\"\"}}\n";

void page_style(struct html *html) {
    html_verbatim(html, style_colours);
    html_verbatim(html, style_text);
    html_verbatim(html, style_parts);
    html_verbatim(html, style_tables);
    html_verbatim(html, style_charts);
    html_verbatim(html, style_narrow);
    html_verbatim(html, style_paper);
}
