// Style sheets: Bootstrap Italia's subset and our layer, once per palette, purged per site, mirrored, made small.
import { Features, transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';
import rtlcss from 'rtlcss';
import * as sass from 'sass';
import { safelist } from './safelist.mjs';

const TARGETS = { chrome: 90 << 16, firefox: 90 << 16, safari: (14 << 16) | (1 << 8) };

const small = (css) => transform({ filename: 'sheet.css', code: Buffer.from(css), minify: true, targets: TARGETS, exclude: Features.LogicalProperties | Features.DirSelector }).code.toString();

function compile(source, scss, modules) {
  return sass.compileString(source, {
    loadPaths: [scss, `${modules}/bootstrap-italia/src/scss`, modules],
    style: 'expanded',
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'slash-div', 'mixed-decls', 'if-function'],
    logger: sass.Logger.silent,
  }).css.replace(/@charset[^;]*;/g, '');
}

// The palette's colours, for Bootstrap Italia as Sass variables and for our layer as custom properties.
function framework(palette, scss, modules) {
  const [h, s, b] = palette.primary_hsb;
  return compile(`$primary-h: ${h}; $primary-s: ${s}; $primary-b: ${b}; $primary: ${palette.primary};
    $palette-hover: ${palette.hover}; $palette-dark: ${palette.dark}; $palette-soft: ${palette.soft};
    $header-slim-bg-color: ${palette.dark}; $header-center-bg-color: ${palette.primary};
    $footer-top-background: #202a2e; $footer-bottom-background: #171f22;
    @import 'bootstrap_italia';`, scss, modules);
}

const colours = (palette) => `:root{--ss-primary:${palette.primary};--ss-hover:${palette.hover};--ss-dark:${palette.dark};--ss-soft:${palette.soft};--ss-selected:${palette.selected}}`;

// Pictures inside the sheet would need `data:` in the content security policy; ours come as files.
const withoutDataUrls = (css) => css.replace(/url\("data:[^"]*"\)|url\('data:[^']*'\)|url\(data:[^)]*\)/g, 'none');

// Bootstrap Italia declares hundreds of custom properties; only those in use stay. The version marker is read by the
// official checker of municipal sites and must stay.
function withoutUnusedVariables(css) {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
  return css.replace(/(--bs[\w-]*)\s*:[^;}]*;?/g, (declaration, name) => (used.has(name) ? declaration : ''));
}

function finish(css, fontUrl) {
  const done = small(withoutUnusedVariables(small(css))).replace(/asset:(titillium-[\w-]+\.woff2)/g, (match, name) => fontUrl(name));
  if (!done.includes('--bootstrap-italia-version')) throw new Error('The version marker of Bootstrap Italia was lost');
  if (done.includes('data:')) throw new Error(`A data: address is left: ${done.match(/.{80}data:.{80}/)?.[0]}`);
  return done;
}

const classesOf = (css) => new Set([...css.matchAll(/\.([A-Za-z][\w-]*)/g)].map((match) => match[1]));

export async function buildStyles({ scss, modules, palettes, content, fontUrl }) {
  const sheets = [];
  const leftOut = {};
  const fonts = compile(`@import 'fonts';`, scss, modules);
  const layers = Object.fromEntries(Object.keys(content).map((site) => [site, compile(`@import 'kit'; @import '${site}';`, scss, modules)]));
  for (const palette of palettes) {
    const everything = framework(palette, scss, modules);
    for (const [site, files] of Object.entries(content)) {
      const [{ css: kept }] = await new PurgeCSS().purge({ content: files, css: [{ raw: everything }], keyframes: true, variables: false, fontFace: false, safelist: { standard: [':root', 'html', 'body', ...safelist] } });
      const whole = fonts + withoutDataUrls(kept) + colours(palette) + layers[site];
      sheets.push({ name: `${site}.${palette.name}`, css: finish(whole, fontUrl) });
      // rtlcss reads comments of the kind /*rtl:…*/, so it must come before anything that drops comments.
      sheets.push({ name: `${site}.${palette.name}.rtl`, css: finish(rtlcss.process(whole), fontUrl) });
      leftOut[site] = [...classesOf(everything)].filter((name) => !classesOf(sheets.at(-2).css).has(name)).sort();
    }
  }
  return { sheets, leftOut };
}
