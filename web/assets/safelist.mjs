// Classes of Bootstrap Italia that page authors may use before (or without) a rebuild. Anything else is kept only when a
// template or script names it; tests/web/test_assets.py says when a template names a class that was left out.
export const safelist = [
  /^[mp][tbsexy]?-([0-5]|auto)$/, /^m[tbsexy]?-(md|lg)-([0-5]|auto)$/, /^(row|column)?-?gap-[0-5]$/, /^g[xy]?-[0-5]$/,
  /^container(-xxl|-fluid)?$/, /^row$/, /^col(-(1[0-2]|[1-9]|auto))?$/, /^col-(sm|md|lg|xl)(-(1[0-2]|[1-9]|auto))?$/, /^offset-(md|lg)-[1-6]$/,
  /^order-(md-|lg-)?(first|last|[0-2])$/,
  /^d-(sm-|md-|lg-)?(none|block|flex|grid|inline|inline-block|inline-flex)$/, /^d-print-(none|block)$/,
  /^flex-(md-|lg-)?(row|column|wrap|nowrap|fill)$/, /^flex-(grow|shrink)-[01]$/,
  /^justify-content-(start|end|center|between)$/, /^align-items-(start|end|center|baseline|stretch)$/, /^align-self-(start|end|center)$/,
  /^text-(start|end|center|nowrap|break|truncate|lowercase|uppercase|reset|decoration-none|decoration-underline|wrap)$/,
  /^text-(primary|secondary|success|danger|warning|muted|white|body)$/, /^text-md-(start|end|center)$/,
  /^fw-(normal|semibold|bold|light)$/, /^fs-[1-6]$/, /^fst-italic$/, /^font-(monospace|serif)$/, /^h[1-6]$/, /^lead$/, /^small$/, /^display-1$/,
  /^list-(unstyled|inline|inline-item)$/, /^list-group(-item)?$/, /^initialism$/, /^blockquote$/,
  /^badge$/, /^bg-(primary|secondary|success|danger|warning|light|white)$/, /^rounded(-pill|-0)?$/, /^border(-(top|bottom|start|end|0|2|primary|danger))?$/,
  /^btn(-(primary|secondary|success|danger|link|outline-primary|outline-secondary|outline-danger|lg|sm|xs|icon))?$/, /^disabled$/, /^active$/,
  /^visually-hidden(-focusable)?$/, /^w-(25|50|75|100|auto)$/, /^h-100$/, /^mw-100$/, /^position-(relative|static|sticky)$/, /^sticky-top$/,
  /^icon(-(xs|sm|lg|xl|primary|secondary|white|danger|success|warning))?$/, /^img-fluid$/, /^overflow-(auto|hidden)$/,
  /^table(-(responsive|striped|bordered|sm))?$/, /^form-(control|select|group|check|text|label)$/, /^chip(-(simple|primary|sm))?$/, /^chip-label$/,
  /^breadcrumb/, /^pagination/, /^page-(item|link)$/, /^card(-(body|title|text|wrapper|bg|footer))?$/, /^link-list(-wrapper)?$/, /^list-item$/,
  /^skiplinks$/, /^it-(header|footer|nav|brand)/, /^steppers/, /^hidden$/, /^show$/, /^js$/, /^htmx-/, /^align-(top|middle|baseline)$/,
];
