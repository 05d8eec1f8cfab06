extension HTMLReport {
  /// Contrast of text at least 4.5 to 1, of bars at least 3 to 1, in both schemes.
  static let style: StaticString = """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f23;--quiet:#50575e;--line:#c9d0d6;\
    --track:#e4e9ed;--fill:#1f5f8b;--low2:#9a3b12;--low1:#cf7a4b;--mid:#8a9299;--high1:#4f8fbd;\
    --high2:#174a6e;--hatch:#8a9299;--card:#f4f6f8}
    @media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e9ecef;--quiet:#b4bcc4;\
    --line:#48525b;--track:#2b333a;--fill:#6db3e8;--low2:#f0905f;--low1:#b9653c;--mid:#7c868f;\
    --high1:#4a86b3;--high2:#8cc6f0;--hatch:#7c868f;--card:#1d2329}}
    *{box-sizing:border-box}
    html{font:100%/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
    body{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}
    h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 1rem;border-bottom:2px solid var(--line)}
    h3{font-size:1.05rem;margin:0 0 .25rem}
    h4{font-size:.95rem;margin:.75rem 0 .25rem;color:var(--quiet)}
    p{margin:.25rem 0}
    a{color:inherit;text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--fill);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{position:static}
    .census,figcaption,.wording,small,summary{color:var(--quiet)}
    .alert{border-left:.3rem solid var(--low2);padding-left:.75rem;font-weight:600}
    nav ol{columns:18rem;column-gap:2rem;padding:0;list-style-position:inside}
    nav li{padding:.15rem 0;break-inside:avoid}
    .cards{list-style:none;padding:0;display:grid;gap:.75rem;\
    grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr))}
    .cards li{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.75rem}
    .cards a{display:block;text-decoration:none}
    .cards a:hover span,.cards a:focus span{text-decoration:underline}
    .cards strong{display:block;font-size:1.5rem;line-height:1.2}
    article{margin:0 0 2rem;padding-top:.5rem}
    .statement{font-size:1.15rem;font-weight:600}
    figure{margin:.5rem 0}
    figcaption{margin-top:.4rem;font-size:.9rem}
    .bar{display:block;width:100%;height:1rem;margin:.2rem 0}
    .whole .bar{height:1.4rem}
    .other .bar{height:.6rem;opacity:.6}
    rect{stroke:var(--paper);stroke-width:0}
    .track{fill:var(--track)}
    .fill{fill:var(--fill)}
    .low2{fill:var(--low2);background:var(--low2)}
    .low1{fill:var(--low1);background:var(--low1)}
    .mid{fill:var(--mid);background:var(--mid)}
    .high1{fill:var(--high1);background:var(--high1)}
    .high2{fill:var(--high2);background:var(--high2)}
    rect.masked{fill:none;stroke:var(--hatch);stroke-width:2;stroke-dasharray:12 8;\
    vector-effect:non-scaling-stroke}
    i.masked{border:2px dashed var(--hatch)}
    .middle{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
    .rows,.plain,.legend{list-style:none;padding:0;margin:.4rem 0}
    .rows{display:grid;grid-template-columns:minmax(0,16rem) minmax(4rem,1fr) minmax(8rem,auto);\
    column-gap:.75rem}
    .rows li{display:grid;grid-column:1/-1;grid-template-columns:subgrid;align-items:center;\
    padding:.1rem 0}
    .number{font-variant-numeric:tabular-nums;white-space:nowrap}
    .group{font-weight:600;margin-top:.5rem}
    .legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.9rem}
    .legend i{display:inline-block;width:.8rem;height:.8rem;margin-right:.35rem;\
    border:1px solid var(--line)}
    .wording{font-size:.9rem;border-left:.2rem solid var(--line);padding-left:.75rem}
    summary{cursor:pointer;min-height:1.5rem;font-size:.9rem}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9rem}
    th,td{border-bottom:1px solid var(--line);padding:.2rem .75rem .2rem 0;text-align:left}
    th{font-weight:600}
    tr>th[scope=row]{font-weight:400}
    td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    @media (max-width:34rem){.rows{grid-template-columns:1fr auto}\
    .rows .label{grid-column:1/-1}h1{font-size:1.5rem}}
    @media (forced-colors:active){rect.fill,.low1,.low2,.mid,.high1,.high2{\
    forced-color-adjust:none}}
    @media print{@page{size:A4;margin:15mm}\
    :root{--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--track:#e8e8e8;--fill:#1f5f8b;\
    --low2:#9a3b12;--low1:#cf7a4b;--mid:#8a9299;--high1:#4f8fbd;--high2:#174a6e;--hatch:#8a9299;\
    --card:#fff}\
    body{max-width:none;padding:0}html{font-size:10pt}nav,.skip{display:none}\
    article,.cards li,tr{break-inside:avoid}h2,h3{break-after:avoid}\
    svg,i{print-color-adjust:exact;-webkit-print-color-adjust:exact}\
    details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}}
    """
}
