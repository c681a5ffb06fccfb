const { copyFileSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Set by `npm run dist` for a trial of the packaging on machines that have only the stand-in
 * Electron. Without them nothing of the stand-in can get into a package.
 */
const {
  PORTOLAN_STAND_IN_FOLDER: standInFolder,
  PORTOLAN_STAND_IN_VERSION: standInVersion,
  PORTOLAN_STAND_IN_SQLITE: standInSqlite,
} = process.env;

/** Where better-sqlite3 keeps its libraries; each package gets the one of its own system only. */
const prebuilds = 'node_modules/better-sqlite3/prebuilds';

/**
 * One entry per system, since `${platform}` would mean the machine that builds. A system's own
 * `files` may hold only objects: a plain pattern here would pack the whole project.
 * @param {string} library
 */
const databaseLibrary = (library) => [{ from: prebuilds, to: prebuilds, filter: [library] }];

const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

/** The last fuse is younger than the stand-in, and Playwright drives a trial by its inspector. */
const { grantFileProtocolExtraPrivileges: _, ...fusesOfStandIn } = {
  ...fuses,
  enableNodeCliInspectArguments: true,
};

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.portolan.app',
  productName: 'Portolan',
  copyright: 'The Portolan developers',
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'out/**',
    '!out/**/*.map',
    '!out/.build.json',
    '!out/main/bench.cjs',
    'electron/app/demo/estate/*.json',
    'package.json',
    '!node_modules/better-sqlite3/{deps,src,build,prebuilds}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/node-addon-api/**',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  electronLanguages: ['en-US'],
  artifactName: `\${productName}-\${version}-\${os}-\${arch}.\${ext}`,
  fileAssociations: [
    { ext: 'portolan', name: 'Portolan plan', mimeType: 'application/x-portolan', role: 'Editor' },
  ],
  linux: {
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    category: 'System',
    executableName: 'portolan',
    syncDesktopName: true,
    icon: 'build/icons',
    files: databaseLibrary(`linux-\${arch}.node`),
  },
  win: {
    target: ['nsis', 'zip'],
    icon: 'build/icon.ico',
    files: databaseLibrary(`win32-\${arch}.node`),
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.utilities',
    icon: 'build/icon.icns',
    files: databaseLibrary(`darwin-\${arch}.node`),
  },
  electronFuses: standInFolder ? fusesOfStandIn : fuses,
  ...(standInFolder ? { electronDist: standInFolder, electronVersion: standInVersion } : {}),
  afterPack: standInFolder ? finishTrial : checkDatabaseLibrary,
};

/** @param {import('electron-builder').AfterPackContext} context */
async function finishTrial(context) {
  // electron-builder removes these from the official distribution only.
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(context.appOutDir, 'version'), { force: true });
  if (standInSqlite) copyFileSync(standInSqlite, packedDatabaseLibrary(context));
}

/**
 * A library compiled on some developer's machine must never reach people.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function checkDatabaseLibrary(context) {
  const shipped = join(__dirname, prebuilds, databaseLibraryName(context));
  if (!readFileSync(shipped).equals(readFileSync(packedDatabaseLibrary(context)))) {
    throw new Error('The packed database library is not the one that better-sqlite3 ships.');
  }
}

/** @param {import('electron-builder').AfterPackContext} context */
function packedDatabaseLibrary(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  return join(resources, 'app.asar.unpacked', prebuilds, databaseLibraryName(context));
}

/** @param {import('electron-builder').AfterPackContext} context */
function databaseLibraryName({ electronPlatformName, arch }) {
  const { Arch } = require('electron-builder');
  return `${electronPlatformName}-${Arch[arch]}.node`;
}
