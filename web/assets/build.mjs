// Builds static/ from the exact packages of package.json: `make assets`. Node is needed only here; what comes out is
// committed, so that neither `make demo` nor `make test` needs it. tests/web/test_assets.py finds it stale.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import * as esbuild from 'esbuild';
import { buildStyles } from './styles.mjs';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');
const OUT = path.join(ROOT, 'static');
const MODULES = path.join(HERE, 'node_modules');
// Fonts are subset by fontTools, a development requirement of the project.
const VENV_PYTHON = path.join(ROOT, '.venv/bin/python');
const PYTHON = process.env.PYTHON ?? (fs.existsSync(VENV_PYTHON) ? VENV_PYTHON : 'python3');
const FONT_RANGES = {
  '': 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  '-ext': 'U+0100-0130,U+0132-0151,U+0154-024F,U+1E00-1EFF',
};
// What a style sheet, a script, an icon or a font is made from: a change here without a rebuild is found by the tests.
const INPUTS = ['package.json', 'package-lock.json', 'palettes.json', 'icons.txt', 'build.mjs', 'styles.mjs', 'safelist.mjs', 'scss', 'js', 'icons'];

const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8');
const sha256 = (content) => crypto.createHash('sha256').update(content).digest('hex');
const walk = (place) => (fs.statSync(place).isDirectory() ? fs.readdirSync(place).sort().flatMap((name) => walk(path.join(place, name))) : [place]);

const manifest = { assets: {}, packages: {}, inputs_sha256: '' };

// Writes one file under a name that carries its content, and remembers it. name: what templates ask for; stem and
// extension make the file name. Texts also get their .br and .gz, so that nothing is compressed while somebody waits.
const written = new Set(['manifest.json', 'css/portal.left-out.txt', 'css/backoffice.left-out.txt']);

function publish(name, folder, stem, extension, content) {
  const bytes = Buffer.from(content);
  const digest = sha256(bytes);
  const file = `${folder}/${stem}.${digest.slice(0, 8)}.${extension}`;
  const target = path.join(OUT, file);
  for (const suffix of ['', '.br', '.gz']) written.add(file + suffix);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, bytes);
  if (extension !== 'woff2') {
    fs.writeFileSync(`${target}.br`, zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }));
    fs.writeFileSync(`${target}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  }
  manifest.assets[name] = { url: `/static/${file}`, sha256: digest };
  return manifest.assets[name].url;
}

// Whatever this build did not write is from an earlier one. It goes last, so that a running site never misses a file.
function removeLeftovers(written) {
  for (const file of walk(OUT)) if (!written.has(path.relative(OUT, file))) fs.rmSync(file);
}

function keepLicence(folder, source) {
  fs.mkdirSync(path.join(OUT, 'vendor', folder), { recursive: true });
  fs.copyFileSync(source, path.join(OUT, 'vendor', folder, 'LICENCE'));
  written.add(`vendor/${folder}/LICENCE`);
}

function vendor(folder, packageName, licence, file, name, stem) {
  const { version, license } = JSON.parse(read(MODULES, packageName, 'package.json'));
  manifest.packages[packageName] = { version, licence: license ?? 'see LICENCE', licence_file: `/static/vendor/${folder}/LICENCE` };
  keepLicence(folder, path.join(MODULES, packageName, licence));
  if (file) publish(name, `vendor/${folder}`, stem, 'js', read(MODULES, packageName, file).replace(/\/\/# sourceMappingURL.*\s*$/, ''));
}

function buildFonts() {
  const source = path.join(MODULES, 'bootstrap-italia/dist/fonts/Titillium_Web');
  const temporary = path.join(MODULES, '.fonts');
  fs.mkdirSync(temporary, { recursive: true });
  for (const [weight, file] of [['400', 'regular'], ['600', '600']]) {
    for (const [suffix, unicodes] of Object.entries(FONT_RANGES)) {
      const output = path.join(temporary, `${weight}${suffix}.woff2`);
      execFileSync(PYTHON, ['-m', 'fontTools.subset', path.join(source, `titillium-web-v10-latin-ext_latin-${file}.woff2`),
        `--unicodes=${unicodes}`, '--layout-features=kern,liga,tnum,lnum,locl,ccmp', '--flavor=woff2', `--output-file=${output}`]);
      publish(`titillium-${weight}${suffix}.woff2`, 'fonts', `titillium-${weight}${suffix}`, 'woff2', fs.readFileSync(output));
    }
  }
  keepLicence('titillium-web', path.join(source, 'OFL.txt'));
  manifest.packages['titillium-web'] = { version: 'v10, as in bootstrap-italia', licence: 'OFL-1.1', licence_file: '/static/vendor/titillium-web/LICENCE' };
}

function buildImages() {
  const sprite = read(MODULES, 'bootstrap-italia/dist/svg/sprites.svg');
  const symbols = read(HERE, 'icons.txt').trim().split('\n').map((name) => {
    const found = sprite.match(new RegExp(`<symbol id="it-${name}"[\\s\\S]*?</symbol>`));
    if (!found) throw new Error(`Bootstrap Italia has no icon it-${name}`);
    return found[0];
  });
  publish('icons.svg', 'img', 'icons', 'svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
  for (const file of walk(path.join(HERE, 'icons')).filter((name) => name.endsWith('.svg'))) {
    const stem = path.basename(file, '.svg');
    publish(`${stem}.svg`, 'img', stem, 'svg', read(file).trim());
  }
}

// Artwork copied from packages that are not needed otherwise (icons/sources.json says from where and what was changed).
function creditArtwork() {
  for (const { package: name, version, licence } of JSON.parse(read(HERE, 'icons/sources.json'))) {
    const folder = name.replace('@', '').replace('/', '-');
    keepLicence(folder, path.join(HERE, 'icons/licences', `${folder}.txt`));
    manifest.packages[name] = { version, licence, licence_file: `/static/vendor/${folder}/LICENCE` };
  }
}

async function buildScripts() {
  for (const name of ['portal', 'upload', 'leave', 'backoffice', 'form']) {
    const { outputFiles } = await esbuild.build({ entryPoints: [path.join(HERE, 'js', `${name}.js`)], bundle: true, minify: true, format: 'iife', target: ['chrome90', 'firefox90', 'safari14.1'], write: false });
    publish(`${name}.js`, 'js', name, 'js', outputFiles[0].text);
  }
}

function digestOfInputs() {
  const lines = INPUTS.flatMap((name) => walk(path.join(HERE, name))).map((file) => `${path.relative(HERE, file).split(path.sep).join('/')} ${sha256(fs.readFileSync(file))}\n`);
  return sha256(lines.sort().join(''));
}

const templates = (folder) => (fs.existsSync(path.join(ROOT, folder)) ? walk(path.join(ROOT, folder)) : [])
  .filter((file) => file.endsWith('.html') && !file.includes('node_modules')).map((file) => ({ raw: read(file), extension: 'html' }));

async function buildSheets() {
  const scripts = walk(path.join(HERE, 'js')).map((file) => ({ raw: read(file), extension: 'js' }));
  const shared = [...templates('web'), ...scripts];
  const { sheets, leftOut } = await buildStyles({
    scss: path.join(HERE, 'scss'), modules: MODULES, palettes: JSON.parse(read(HERE, 'palettes.json')),
    content: { portal: [...templates('portal'), ...shared], backoffice: [...templates('backoffice'), ...shared] },
    fontUrl: (name) => `../fonts/${path.basename(manifest.assets[name].url)}`,
  });
  for (const { name, css } of sheets) publish(`${name}.css`, 'css', name, 'css', css);
  for (const [site, classes] of Object.entries(leftOut)) fs.writeFileSync(path.join(OUT, `css/${site}.left-out.txt`), classes.join('\n') + '\n');
}

vendor('htmx', 'htmx.org', 'LICENSE', 'dist/htmx.min.js', 'htmx.js', 'htmx');
vendor('bootstrap-italia', 'bootstrap-italia', 'LICENSE');
vendor('json-logic-js', 'json-logic-js', 'LICENSE');
buildFonts();
buildImages();
creditArtwork();
await buildScripts();
await buildSheets();
fs.mkdirSync(path.join(ROOT, 'e2e/vendor/axe'), { recursive: true });
fs.copyFileSync(path.join(MODULES, 'axe-core/axe.min.js'), path.join(ROOT, 'e2e/vendor/axe/axe.min.js'));
fs.copyFileSync(path.join(MODULES, 'axe-core/LICENSE'), path.join(ROOT, 'e2e/vendor/axe/LICENCE'));
manifest.inputs_sha256 = digestOfInputs();
fs.writeFileSync(path.join(OUT, 'manifest.json'), JSON.stringify(manifest, null, 1) + '\n');
removeLeftovers(written);
for (const name of ['portal.comuni.css', 'portal.comuni.rtl.css', 'backoffice.comuni.css', 'portal.js', 'upload.js', 'form.js', 'backoffice.js', 'htmx.js', 'icons.svg']) {
  console.log(name.padEnd(24), fs.statSync(path.join(ROOT, `${manifest.assets[name].url}.br`)).size, 'bytes with brotli');
}
