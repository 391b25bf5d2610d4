// Bundles the editors into src/main/resources/static/gridcase/studio/vendor/, with their licences and a list of sums.
// With --verify it bundles into a folder aside and says whether what is kept is the same.
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const kept = resolve(here, '../src/main/resources/static/gridcase/studio/vendor');

/* The cells of a decision table are edited with CodeMirror, which writes a style element into the page. Our pages
   allow none; a constructed style sheet does the same and needs no leave. */
const sheetsNotElements = {
  name: 'sheets-not-elements',
  setup(bundling) {
    bundling.onLoad({ filter: /style-mod\.js$/ }, async file => {
      const text = await readFile(file.path, 'utf8');
      const otherwise = text.replace('!root.head && root.adoptedStyleSheets', 'root.adoptedStyleSheets');
      if (otherwise === text) throw new Error(`${file.path} is not what it was: look at it again`);
      return { contents: otherwise, loader: 'js' };
    });
  },
};

async function bundle(folder) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: ['src/bpmn.js', 'src/viewer.js', 'src/dmn.js', 'src/zh.js', 'src/bpmn.css', 'src/dmn.css'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    mainFields: ['module', 'main'],
    entryNames: '[name]',
    chunkNames: 'shared-[hash]',
    assetNames: 'fonts/[name]',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
    plugins: [sheetsNotElements],
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'THIRD-PARTY.txt'), await licences(Object.keys(metafile.inputs)));
  const files = (await all(folder)).filter(file => file !== 'SHA256SUMS').sort();
  const sums = await Promise.all(files.map(async file =>
    `${createHash('sha256').update(await readFile(join(folder, file))).digest('hex')}  ${file}\n`));
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''));
}

async function licences(inputs) {
  const folders = new Set(inputs
    .map(input => input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean));
  const texts = [];
  for (const folder of folders) {
    const about = JSON.parse(await readFile(join(here, folder, 'package.json'), 'utf8'));
    const names = (await readdir(join(here, folder))).filter(name => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const words = await Promise.all(names.map(name => readFile(join(here, folder, name), 'utf8')));
    texts.push([`${about.name} ${about.version}`, `${about.name} ${about.version} · ${about.license ?? 'see below'}\n\n`
      + (words.length ? words.map(text => text.replace(/\r\n/g, '\n').trim()).join('\n\n') : 'The package brings no text of its licence.')]);
  }
  const line = '\n\n' + '-'.repeat(80) + '\n\n';
  return 'What the studio is bundled from. The bpmn.io mark in the editors stays visible, as its licence asks.' + line
    + texts.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text).join(line) + '\n';
}

async function all(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter(one => one.isFile())
    .map(one => relative(folder, join(one.parentPath ?? one.path, one.name)).split(sep).join('/'));
}

if (process.argv.includes('--verify')) {
  const aside = await mkdtemp(join(tmpdir(), 'gridcase-studio-'));
  try {
    await bundle(aside);
    const [is, should] = await Promise.all([kept, aside].map(folder => readFile(join(folder, 'SHA256SUMS'), 'utf8')));
    if (is !== should) {
      console.error('src/main/resources/static/gridcase/studio/vendor/ is not what build.mjs makes: run npm run build');
      process.exitCode = 1;
    }
  } finally {
    await rm(aside, { recursive: true });
  }
} else {
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  await bundle(kept);
}
