/* page_style.c - how the page looks: on screens light and dark, narrow and wide, and on paper. What a colour says, a
 * shape or a word says too. */
#include "runtime/cli/page.h"

/* Contrast of text is at least 4.5 to 1 in both schemes, of marks and edges 3 to 1. Where a system forces its colours,
 * they are taken for drawings too. */
static const char style_colours[] =
    ":root{--paper:#fff;--ink:#1c2126;--soft:#545d67;--edge:#d5dae0;--wash:#f5f7f9;--track:#e6eaef;\n"
    "--accent:#0b5a72;--on-accent:#fff;--alarm:#a23a0c;--outline:#737d88;color-scheme:light dark}\n"
    "@media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e7eaee;--soft:#a9b3be;--edge:#343c45;\n"
    "--wash:#1b2127;--track:#2c343d;--accent:#79c7de;--on-accent:#0d1b21;--alarm:#f2a57f;--outline:#7f8a96}}\n"
    "@media(forced-colors:active){:root{--paper:Canvas;--ink:CanvasText;--soft:CanvasText;--edge:CanvasText;\n"
    "--wash:Canvas;--track:Canvas;--accent:LinkText;--on-accent:Canvas;--alarm:CanvasText;--outline:CanvasText}\n"
    "svg.bar{border:1px solid}}\n";

/* The text. */
static const char style_text[] =
    "*{box-sizing:border-box}\n"
    "html{font:1rem/1.5 system-ui,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;\n"
    "background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{max-width:66rem;margin:0 auto;padding:2.2rem 1.5rem 4rem;font-variant-numeric:tabular-nums;\n"
    "overflow-wrap:anywhere}\n"
    "h1,h2,h3,.tiles strong{font-family:ui-serif,\"Iowan Old Style\",Palatino,\"Palatino Linotype\",Georgia,serif;\n"
    "font-weight:600;line-height:1.2;text-wrap:balance}\n"
    "h1{font-size:2rem;margin:0 0 .3rem;letter-spacing:-.01em}\n"
    "h2{font-size:1.6rem;margin:0 0 .4rem}\n"
    "h3{font-size:1.2rem;margin:2rem 0 .6rem}\n"
    "h4,h5,h6{font-size:1rem;line-height:1.4;margin:0;font-weight:600}\n"
    "h5,h6{font-size:.95rem}\n"
    "p{margin:.4rem 0}\n"
    "a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}\n"
    "a:hover{text-decoration-thickness:.14em}\n"
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}\n"
    "main:focus{outline:none}\n"
    ":target{scroll-margin-top:1rem}\n"
    "li.line:target,details:target{outline:2px solid var(--accent);outline-offset:3px}\n"
    "code{font-family:ui-monospace,\"Cascadia Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace;font-size:.88em}\n"
    ".hash{color:var(--soft)}\n"
    ".soft,.back,.source{color:var(--soft);font-size:.88rem}\n"
    ".lead{font-size:1.05rem;color:var(--soft);margin:0 0 .6rem}\n"
    ".note{border-left:2px solid var(--edge);padding-left:.8rem;color:var(--soft);font-size:.88rem}\n"
    ".point{border:1px solid var(--outline);border-radius:2px;padding:0 .2em;font:.8em ui-monospace,monospace;\n"
    "white-space:nowrap}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
    ".skip{position:absolute;left:-99rem;top:0;background:var(--paper);padding:.6rem 1rem;z-index:1}\n"
    ".skip:focus{left:0}\n"
    "cite{font-style:italic}\n"
    ".secondary{font-weight:600;color:var(--ink);border-bottom:1px dotted}\n"
    ".tag{font-size:.75rem;font-weight:600;border:1px solid var(--outline);border-radius:3px;padding:0 .35em;\n"
    "white-space:nowrap}\n";

/* The head and the overview. */
static const char style_overview[] =
    "header{margin-bottom:1.6rem}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;list-style:none;margin:0;padding:0;font-size:.9rem}\n"
    "nav li{padding:.15rem 0}\n"
    ".tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:0 0 1.2rem;padding:0}\n"
    ".tiles li{flex:1 1 8rem;background:var(--wash);border:1px solid var(--edge);border-top:3px solid var(--outline);\n"
    "border-radius:4px;font-size:.88rem;line-height:1.3}\n"
    ".tiles a{display:block;height:100%;color:inherit;text-decoration:none}\n"
    ".tiles a span{text-decoration:underline;text-underline-offset:.15em}\n"
    ".tiles a,.tiles li:not(:has(a)){padding:.5rem .8rem .6rem}\n"
    ".tiles strong{display:block;font-size:2rem}\n"
    ".tiles .active{border-top-color:var(--accent)}.tiles .active strong{color:var(--accent)}\n"
    ".tiles .danger{border-top-color:var(--alarm)}.tiles .danger strong{color:var(--alarm)}\n"
    ".overview th[scope=row]{width:31%}\n"
    ".overview td.next{width:30%;font-size:.88rem}\n"
    ".overview tbody:first-of-type .group th{padding-top:.6rem}\n"
    ".overview .group th{font-weight:600;padding:1.3rem 0 .35rem;border-bottom:1px solid var(--outline)}\n"
    ".overview .facts{display:block;margin-top:.25rem}\n"
    ".facts{margin:0 0 .4rem;font-weight:400;color:var(--soft);font-size:.85rem}\n"
    ".chips{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:0;padding:0}\n"
    ".chips li{max-width:100%}\n"
    ".chips a{display:block;min-height:1.6rem;padding:.15rem .5rem;border:1px solid var(--edge);border-radius:4px;\n"
    "font-size:.84rem;line-height:1.4;color:var(--ink);text-decoration:none}\n"
    ".chips .sign{margin-right:.35em}\n"
    ".chips a:hover{background:var(--wash);border-color:var(--outline)}\n"
    ".chips .no a{border-color:var(--alarm)}\n"
    ".chips .open a{border:1px dashed var(--outline);color:var(--soft)}\n"
    ".chips .yes .sign,.yes .sign{color:var(--accent)}.no .sign{color:var(--alarm)}\n";

/* Specializations and lines. */
static const char style_parts[] =
    "section{margin:0 0 3rem}\n"
    ".specialization,.doubts,.last{border-top:1px solid var(--edge);padding-top:1.8rem}\n"
    "p.next{max-width:48rem}\n"
    ".status{display:inline-block;border:1px solid var(--outline);border-radius:1em;padding:0 .6em;font-size:.8rem;\n"
    "line-height:1.4;color:var(--ink);white-space:nowrap;margin-right:.3em}\n"
    ".status.active{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}\n"
    ".answer{white-space:nowrap;font-weight:600}\n"
    ".answer.yes{color:var(--accent)}.answer.no{color:var(--alarm)}.answer.open{color:var(--soft)}\n"
    ".sign{flex:none;width:1em;height:1em;vertical-align:-.13em;fill:none;stroke:currentColor;stroke-width:2;\n"
    "stroke-linecap:round;stroke-linejoin:round}\n"
    ".answer .sign{margin-right:.3em}\n"
    "ul.lines,ul.parts,ul.dates{list-style:none;margin:0;padding:0}\n"
    ".line{border:1px solid var(--edge);border-radius:6px;padding:.9rem 1.2rem;margin:0 0 1rem}\n"
    ".part{border-left:2px solid var(--edge);padding:.1rem 0 .1rem 1rem;margin:.8rem 0}\n"
    ".head{display:flex;justify-content:space-between;gap:.2rem 1.5rem;align-items:baseline}\n"
    ".verdict,.line .source,.line>:last-child{margin:0}\n"
    ".joint{font-style:italic;color:var(--soft);margin:.6rem 0 0}\n"
    ".hangs{font-weight:600;font-size:.92rem}\n"
    ".head~svg.bar{margin:.8rem 0 .35rem}\n"
    "dl.figures{display:flex;flex-wrap:wrap;gap:.2rem 2rem;margin:.35rem 0 .7rem}\n"
    "dl.figures dt{font-size:.8rem;color:var(--soft)}\n"
    "dl.figures dd{margin:0}\n"
    "dl.figures dd:first-of-type{font-weight:400}\n"
    ".dates strong,.away{white-space:nowrap}\n"
    ".dates li{display:grid;grid-template-columns:max-content 7.2rem 1fr;gap:.8rem;padding:.15rem "
    "0;align-items:baseline}\n"
    ".away{color:var(--soft);font-size:.9rem}\n"
    ".away.near{color:var(--alarm);font-weight:600}\n"
    "details{margin:.5rem 0}\n"
    "summary{cursor:pointer;color:var(--accent);width:fit-content;padding:.1rem 0}\n"
    ".basis{display:grid;gap:.6rem;margin:.8rem 0 1rem;font-size:.92rem}\n"
    ".basis div{display:grid;grid-template-columns:11rem 1fr;gap:1rem}\n"
    ".basis dt{color:var(--soft)}\n"
    ".basis dd{margin:0;max-width:46rem}\n"
    "footer{border-top:1px solid var(--edge);padding-top:1rem;color:var(--soft);font-size:.9rem}\n";

/* Tables. */
static const char style_tables[] =
    "table{border-collapse:collapse;width:100%;margin:.8rem 0 1rem;font-size:.9rem}\n"
    "caption{text-align:left;font-weight:600;padding:0 0 .3rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--edge)}\n"
    "th:last-child,td:last-child{padding-right:0}\n"
    "thead th{font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1px solid var(--outline);\n"
    "vertical-align:bottom}\n"
    "tbody th{font-weight:400}\n"
    "th.figure,td.figure{text-align:right;white-space:nowrap}\n"
    ".within{color:var(--soft)}.within th{padding-left:1.2rem}\n"
    ".sum th,.sum td{font-weight:600;border-bottom:0;border-top:1px solid var(--outline)}\n"
    ".rest{color:var(--soft)}\n"
    ".customers th .needed{display:block;font-size:.8rem;font-weight:600;color:var(--alarm)}\n"
    ".customers{table-layout:auto}.customers bdi{font-size:.95em}\n"
    ".shares{white-space:nowrap;width:10.5rem}\n"
    ".rows{font-size:.85rem;width:24%}\n"
    ".drawn{width:34%}\n"
    ".dropped .drawn{width:24%}\n"
    ".excluded td svg.bar{height:.55rem;margin:.3rem 0 .2rem}\n"
    ".dropped code{white-space:nowrap}\n"
    ".months tbody th{white-space:nowrap}\n";

/* Charts: certain is filled, possible is hatched. */
static const char style_charts[] =
    "svg.bar{display:block;width:100%;height:.8rem;background:var(--track);overflow:visible;\n"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    "td svg.bar{height:.85rem;margin-top:.25rem}\n"
    ".drawings{position:absolute;width:0;height:0}\n"
    "pattern rect{fill:var(--accent)}\n"
    "rect.certain{fill:var(--accent)}\n"
    "rect.possible{fill:url(#hatch);stroke:var(--accent);stroke-width:1}\n"
    "rect.idle{fill:var(--outline)}\n"
    "rect.need{fill:var(--ink);width:3px;transform:translate(-1.5px);stroke:var(--paper);stroke-width:2;\n"
    "paint-order:stroke}\n"
    "rect.zero{fill:var(--ink);width:1px}\n"
    ".shares svg.bar{display:inline-block;width:5rem;margin:0 .5rem 0 0;vertical-align:-.05em}\n"
    ".chips svg.gauge{display:inline-block;width:4.5rem;height:.55rem;margin-left:.4em}\n"
    ".legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.85rem;color:var(--soft);margin:0}\n"
    ".key svg.bar{display:inline-block;width:1.6em;height:.7em;margin-right:.4em}\n"
    ".key rect.need{x:50%}\n"
    "dt::before{display:inline-block;height:.62em;margin-right:.4em;print-color-adjust:exact;\n"
    "-webkit-print-color-adjust:exact}\n"
    "dt.certain::before{content:\"\";width:.9em;background:var(--accent)}\n"
    "dt.possible::before{content:\"\";width:.9em;border:1px solid var(--accent);\n"
    "background:repeating-linear-gradient(135deg,var(--accent) 0 2px,#0000 2px 4px)}\n"
    "dt.need::before{content:\"\";width:3px;background:var(--ink)}\n";

/* Narrow screens: the rows of a table become cards, and nothing runs off the side. */
static const char style_narrow[] =
    "@media(max-width:46rem){body{padding:1.2rem 1rem 3rem}\n"
    "h1{font-size:1.6rem}h2{font-size:1.35rem}\n"
    ".lead{font-size:.95rem}\n"
    ".tiles{gap:.4rem}.tiles li{flex-basis:30%;font-size:.8rem}\n"
    ".tiles a,.tiles li:not(:has(a)){padding:.3rem .5rem .4rem}.tiles strong{font-size:1.5rem}\n"
    ".basis div{grid-template-columns:1fr;gap:0}\n"
    ".line{padding:.8rem .9rem}\n"
    ".head{flex-direction:column}\n"
    "table,tbody,tr,th,td,caption{display:block}\n"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    "tr{border-bottom:1px solid var(--edge);padding:.5rem 0}\n"
    "th,td,.overview th[scope=row],.overview td.next,.drawn,.dropped .drawn,.rows,.shares{border:0;padding:.1rem 0;\n"
    "width:auto;max-width:none}\n"
    ".overview th[scope=row]{font-weight:600}\n"
    ".overview td{padding:.25rem 0}\n"
    ".overview .group{border:0;padding:1rem 0 0}\n"
    ".overview tbody:first-of-type .group{padding:0}\n"
    ".overview tbody:first-of-type .group th{padding-top:.6rem}\n"
    ".overview .group th{padding:0 0 .3rem}\n"
    ".sum th,.sum td{border:0}\n"
    "th.figure,td.figure{text-align:left;white-space:normal}\n"
    ".months td.figure,.measures td.figure,.dropped td.figure,.customers td.figure{display:inline-block;\n"
    "margin-right:1rem}\n"
    ".dates li{grid-template-columns:auto 1fr;gap:0 .8rem}\n"
    ".dates li span:last-child{grid-column:1/3}\n"
    "td[data-name]::before{content:attr(data-name) \": \";color:var(--soft);font-size:.85rem}\n"
    ".dropped code{white-space:normal}\n"
    "td:empty{display:none}\n"
    ".within th{padding-left:1.2rem}\n"
    ".shares{white-space:normal}}\n";

/* On paper everything is open, black on white, and headings stay with what follows. */
static const char style_paper[] =
    "@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--edge:#bbb;--wash:#fff;--track:#e6e6e6;--accent:#0b5a72;\n"
    "--on-accent:#fff;--alarm:#8a2f06;--outline:#666;color-scheme:light}\n"
    "@page{margin:16mm 15mm}\n"
    "html{font-size:9.5pt}\n"
    "body{max-width:none;padding:0}\n"
    "header{margin-bottom:1rem}\n"
    ".skip,.back,nav{display:none}\n"
    "a,.tiles a span{color:inherit;text-decoration:none}\n"
    ".status.active{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    "h2,h3,.head,.source,.verdict,caption,summary,.group,.hangs{break-after:avoid}\n"
    "thead{display:table-header-group;break-after:avoid}\n"
    ".specialization{break-before:page;border:0;padding:0}\n"
    ".specialization.quiet{break-before:auto;margin-bottom:1.5rem}\n"
    ".line:not(:has(table)){break-inside:avoid}\n"
    "svg.bar{break-after:avoid}\n"
    "tr,svg,dl.figures,.dates li,.basis div,.tiles{break-inside:avoid}\n"
    "p,li{orphans:3;widows:3}\n"
    ".part,.line{box-decoration-break:clone;-webkit-box-decoration-break:clone}\n"
    "details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}\n"
    "summary{color:inherit;list-style:none;font-weight:600}\n"
    "summary::marker{content:\"\"}}\n";

void page_style(struct html *html) {
    html_verbatim(html, style_colours);
    html_verbatim(html, style_text);
    html_verbatim(html, style_overview);
    html_verbatim(html, style_parts);
    html_verbatim(html, style_tables);
    html_verbatim(html, style_charts);
    html_verbatim(html, style_narrow);
    html_verbatim(html, style_paper);
}
