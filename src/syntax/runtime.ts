import path from 'node:path';
import { hint, mentions } from './hints.ts';
import { importedModules, packageOf, typeImportedModules } from './imports.ts';
import type { FunctionNode, Node } from './nodes.ts';
import { fixedName, functionName, isFunction } from './nodes.ts';
import { manifestOf } from './package-manifest.ts';
import type { SourceFile } from './source-file.ts';
import { nodesOf, perFile, textOf } from './source-file.ts';
import { isGlobal, readsOf, variableOf } from './bindings.ts';
import { functionsOf } from './functions.ts';
import { either } from '../credentials/alternatives.ts';
import { makesCookiesOfRouter, rendersOnServer } from './server-components.ts';

/**
 * Where code runs. `native` is React Native, Expo, Capacitor and Electron: a runtime of its own, where a bearer token
 * from secure storage is right. `unknown` is a verdict too: there only flow evidence counts.
 */
export type Runtime = 'browser' | 'server' | 'native' | 'unknown';

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const NATIVE_PACKAGES = list('react-native expo expo-secure-store @react-native-async-storage/async-storage @capacitor/core electron');

/** A package with one of these is a native app as a whole; Electron's is a page and a process in one. */
const NATIVE_FRAMEWORKS = list('react-native expo @capacitor/core');

const SERVER_PACKAGES =
  list(`express fastify koa hono @hono/node-server @nestjs/core @nestjs/common @nestjs/jwt @nestjs/passport restify @hapi/hapi
  h3 nitropack sails body-parser cookie-parser express-session cookie-session morgan helmet cors csurf csrf-csrf passport passport-jwt
  express-jwt koa-jwt jsonwebtoken bcrypt bcryptjs argon2 mongoose mongodb sequelize typeorm knex pg mysql mysql2 sqlite3 better-sqlite3
  @prisma/client ioredis redis nodemailer dotenv apollo-server apollo-server-express @apollo/server type-graphql graphql-yoga
  server-only iron-session supertest chai-http light-my-request`);

/** What a database's records are like is of use in pages too. */
const TYPES_OF_RECORDS = list('@prisma/client mongoose typeorm sequelize');

const SERVER_SOURCES = list(`next/headers next/server fs fs/promises http https http2 net tls child_process cluster os worker_threads
  async_hooks $env/static/private $env/dynamic/private #imports/server`);

const BROWSER_PACKAGES = list(`react-dom react-router-dom react-router vue vue-router vuex pinia svelte solid-js @solidjs/router preact
  @angular/core @angular/common @angular/router jquery js-cookie react-cookie react-redux @reduxjs/toolkit redux-persist
  zustand jotai mobx-react swr @tanstack/react-query react-query lit backbone element-ui antd @mui/material @chakra-ui/react react-hot-toast
  react-toastify notistack nprogress framer-motion`);

const BROWSER_GLOBALS = list(`window document localStorage sessionStorage navigator location history indexedDB XMLHttpRequest alert
  HTMLElement FileReader matchMedia requestAnimationFrame`);

/** Those that native apps do not have; `alert`, `fetch` and `navigator` they do. */
const ONLY_IN_BROWSERS = list('document localStorage sessionStorage indexedDB HTMLElement matchMedia');

/** Front-end frameworks by which a whole package is a browser's, where no server framework stands beside them. */
const BROWSER_FRAMEWORKS = list('react react-dom vue @angular/core svelte solid-js preact jquery lit ember-source backbone alpinejs');
const SERVER_FRAMEWORKS = list(
  'express fastify koa hono @nestjs/core restify @hapi/hapi sails h3 apollo-server apollo-server-express @apollo/server',
);
/** Frameworks in which client and server files lie side by side. */
const META_FRAMEWORKS = list('next nuxt nuxt3 @remix-run/react @remix-run/node @sveltejs/kit astro @tanstack/react-start gatsby blitz');

/** Those of them in which a component of the `app` folder runs on the server unless it says `'use client'`. */
const SERVER_COMPONENTS = list('next waku');

/** Functions that run on a server although their file is a page's. */
const SERVER_FUNCTIONS = list('getServerSideProps getStaticProps getStaticPaths generateStaticParams generateMetadata');
const ROUTE_FUNCTIONS = list('loader action');

/** Where the file as a whole runs, from its directives, place, imports, globals and package. */
export const runtimeOf = perFile<Runtime>((file) => {
  if (file.text.startsWith('#!')) return 'server';
  return (
    bySettings(file) ??
    byDirective(file.ast) ??
    byImports(file, NATIVE_PACKAGES, 'native') ??
    byPlace(file.path) ??
    byServerImports(file) ??
    byNativePackage(file) ??
    byBrowserUse(file) ??
    byPackage(file)
  );
}, 'unknown');

/** Where a node runs: its file's runtime, unless it stands in a function that runs on the server though the page is its file's. */
export function runtimeAt(file: SourceFile, node: Node): Runtime {
  const helpers = serverHelpers(file);
  for (let at: Node | undefined = node; at; at = at.parent)
    if (isFunction(at) && (helpers.has(at) || isServerFunction(file, at))) return 'server';
  return isFrontMatter(file, node) ? 'server' : runtimeOf(file);
}

/** Whether a framework runs the function on the server, by its name or its directive. */
function isServerFunction(file: SourceFile, fn: FunctionNode): boolean {
  const name = functionName(fn);
  if (name !== undefined && (SERVER_FUNCTIONS.has(name) || (ROUTE_FUNCTIONS.has(name) && isRouteModule(file)))) return true;
  return fn.body.type === 'BlockStatement' && byDirective(fn.body) === 'server';
}

const SERVER_FUNCTION = hint(/getServerSideProps|getStatic|generateStaticParams|generateMetadata|loader|action|use server/);

/** Functions that only those use, and that nobody else can: `const load = (token) => fetch(…)` beside a `loader`. */
const serverHelpers = perFile((file): ReadonlySet<Node> => {
  const helpers = new Set<Node>();
  if (!mentions(file, SERVER_FUNCTION)) return helpers;
  const all = functionsOf(file);
  const framework = new Set<Node>(all.filter((fn) => isServerFunction(file, fn)));
  if (framework.size === 0) return helpers;
  const isOnServer = (read: Node): boolean => {
    for (let at: Node | undefined = read; at; at = at.parent) if (framework.has(at) || helpers.has(at)) return true;
    return false;
  };
  // One helper may use another: each round knows those of the round before.
  for (let before = -1; before < helpers.size;) {
    before = helpers.size;
    for (const fn of all) {
      const reads = helpers.has(fn) ? [] : readsOfFunction(file, fn);
      if (reads.length > 0 && reads.every(isOnServer)) helpers.add(fn);
    }
  }
  return helpers;
});

/** Where a function is read that a variable of the file alone holds; none where its value is anything else. */
function readsOfFunction(file: SourceFile, fn: FunctionNode): readonly Node[] {
  const { parent } = fn;
  const declared = fn.type === 'FunctionDeclaration' ? fn.id : parent.type === 'VariableDeclarator' ? parent.id : undefined;
  const variable = declared?.type === 'Identifier' ? variableOf(file, declared) : undefined;
  return variable ? readsOf(variable) : [];
}

/** Where the front matter of an Astro page ends, which runs on the server; its scripts are the browser's. 0 where there is none. */
const frontMatterEnd = perFile(({ path: filePath, text }): number =>
  /\.astro$/i.test(filePath) ? (/^\s*---\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0].length ?? 0) : 0,
);

function isFrontMatter(file: SourceFile, node: Node): boolean {
  return node.range[1] <= frontMatterEnd(file);
}

/** A module of a route of Remix, or of React Router as a framework: as a library, its loaders run in the browser. */
function isRouteModule(file: SourceFile): boolean {
  const dependencies = manifestOf(file.path)?.dependencies;
  const isFramework = !dependencies || [...dependencies].some((name) => /^@(?:remix-run|react-router)\//.test(name));
  return [...importedModules(file), ...typeImportedModules(file)].some((source) =>
    source === 'react-router' ? isFramework : /^@remix-run\/|^@react-router\/|(?:^|\/)\+types\//.test(source),
  );
}

function bySettings({ path: filePath, settings }: SourceFile): Runtime | undefined {
  if (settings.runtime.browser(filePath)) return 'browser';
  return settings.runtime.server(filePath) ? 'server' : undefined;
}

function byDirective(body: { body: readonly Node[] }): Runtime | undefined {
  for (const statement of body.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'Literal') return undefined;
    if (statement.expression.value === 'use client') return 'browser';
    if (statement.expression.value === 'use server') return 'server';
  }
  return undefined;
}

function byImports(file: SourceFile, packages: ReadonlySet<string>, runtime: Runtime): Runtime | undefined {
  for (const source of importedModules(file)) if (packages.has(source) || packages.has(packageOf(source))) return runtime;
  return undefined;
}

const SERVER_PLACE = either([
  /\.server\.[cm]?[jt]sx?$/,
  /\/app\/(?:.*\/)?route\.[jt]sx?$/,
  /\/pages\/api\//,
  /\/\+(?:server|page\.server|layout\.server)\.[jt]s$/,
  /\/server\/(?:api|routes|middleware|plugins|utils)\//,
  /\/(?:src\/)?middleware\.[jt]s$/,
]);
const BROWSER_PLACE = /\.(?:vue|svelte|html?|ejs)$|\/public\/|\/\+(?:page|layout)\.svelte$/;
/** Nuxt's and Remix' name for what runs in pages alone. On a server it is what calls another one. */
const CLIENT_FILE = /\.client\.[cm]?[jt]sx?$/;

function byPlace(filePath: string): Runtime | undefined {
  const unix = filePath.split(path.sep).join('/');
  if (BROWSER_PLACE.test(unix)) return 'browser';
  const isClientFile = CLIENT_FILE.test(unix);
  if (!isClientFile && !SERVER_PLACE.test(unix)) return undefined;
  // Nuxt and Next names mean something only where Nuxt or Next is: an Angular app has a src/middleware.ts of its own.
  const dependencies = manifestOf(filePath)?.dependencies;
  if (isClientFile) return isServerPackage(dependencies) ? undefined : 'browser';
  return !dependencies || !isBrowserPackage(dependencies) ? 'server' : undefined;
}

function byServerImports(file: SourceFile): Runtime | undefined {
  const isServers = (source: string): boolean => SERVER_PACKAGES.has(packageOf(source)) || SERVER_SOURCES.has(source);
  if ([...importedModules(file)].some(isServers) || makesCookiesOfRouter(file)) return 'server';
  return [...typeImportedModules(file)].some((source) => isServers(source) && !TYPES_OF_RECORDS.has(source)) ? 'server' : undefined;
}

/** In a native app components, hooks and requests are native too, unless the file touches what only browsers have. */
function byNativePackage(file: SourceFile): Runtime | undefined {
  return hasAny(manifestOf(file.path)?.dependencies, NATIVE_FRAMEWORKS) && !usesBrowserGlobal(file, ONLY_IN_BROWSERS)
    ? 'native'
    : undefined;
}

function byBrowserUse(file: SourceFile): Runtime | undefined {
  const hooks = callsHooks(file);
  if (hooks || usesBrowserGlobal(file)) return 'browser';
  const dependencies = manifestOf(file.path)?.dependencies;
  const hasServerComponents = hasAny(dependencies, SERVER_COMPONENTS);
  if ((hasServerComponents && rendersOnServer(file)) || (hasAny(dependencies, META_FRAMEWORKS) && isUsedOnServerAlone(file)))
    return 'server';
  // In Next's app folder a component without 'use client' runs on the server, unless a client component imports it.
  if (/\/app\//.test(file.path) && hasServerComponents) return undefined;
  if (byImports(file, BROWSER_PACKAGES, 'browser') || nodesOf(file, 'JSXElement').length > 0 || nodesOf(file, 'JSXFragment').length > 0)
    return 'browser';
  return usesBrowserEnvironment(file) || requestsRelativeUrl(file) ? 'browser' : undefined;
}

/** React's hooks and functions that are hooks themselves run in the browser (and once on the server, to no effect here). */
function callsHooks(file: SourceFile): boolean {
  if (
    importedModules(file).has('react') &&
    nodesOf(file, 'CallExpression').some(({ callee }) =>
      /^use(?:State|Effect|Context|Reducer|Ref|Callback|LayoutEffect|Query|Mutation|Selector|Dispatch)$/.test(
        callee.type === 'Identifier'
          ? callee.name
          : callee.type === 'MemberExpression'
            ? (fixedName(callee.property, callee.computed) ?? '')
            : '',
      ),
    )
  )
    return true;
  return (
    /\buse[A-Z]/.test(file.text) &&
    (nodesOf(file, 'FunctionDeclaration').some((fn) => /^use[A-Z]/.test(fn.id?.name ?? '')) ||
      nodesOf(file, 'ArrowFunctionExpression').some((fn) => /^use[A-Z]/.test(functionName(fn) ?? '')))
  );
}

function usesBrowserGlobal(file: SourceFile, globals = BROWSER_GLOBALS): boolean {
  return nodesOf(file, 'Identifier').some((node) => {
    if (!globals.has(node.name) || !isGlobal(file, node)) return false;
    const { parent } = node;
    if (parent.type === 'MemberExpression') return parent.object === node;
    if (parent.type === 'UnaryExpression') return false;
    return parent.type === 'CallExpression' || parent.type === 'NewExpression' || parent.type === 'VariableDeclarator';
  });
}

/** Variables that builds write into pages, and none beside them that only a server has: a list of all settings is nobody's. */
function usesBrowserEnvironment(file: SourceFile): boolean {
  if (!/\.env\b/.test(file.text)) return false;
  const names = nodesOf(file, 'MemberExpression').flatMap((node) =>
    /^(?:process|import\.meta)\.env$/.test(textOf(file, node.object)) ? (fixedName(node.property, node.computed) ?? []) : [],
  );
  return names.some((name) => OF_PAGES.test(name)) && !names.some((name) => !OF_PAGES.test(name) && OF_SERVERS.test(name));
}

const OF_PAGES = /^(?:VITE_|REACT_APP_|NEXT_PUBLIC_|VUE_APP_|PUBLIC_|GATSBY_)/;
const OF_SERVERS = /SECRET|PASSWORD|PRIVATE_KEY|DATABASE_URL|MONGO\w*_URI/;

const REQUESTS = list('fetch axios get post put patch delete request ajax $fetch');

const BASE = hint(/\b(?:base_?url|prefixUrl)\b/i);

/** `fetch('/api/me')`, `axios.get('/api/me')`: only a page can ask its own origin. A client with a base of its own can do so anywhere. */
function requestsRelativeUrl(file: SourceFile): boolean {
  const hasBase = mentions(file, BASE);
  return nodesOf(file, 'CallExpression').some(({ callee, arguments: [url] }) => {
    const isRequest = isFetch(callee) || (!hasBase && isClientMethod(callee));
    return isRequest && url !== undefined && isRelativeUrl(url);
  });
}

function isFetch(callee: Node): boolean {
  return callee.type === 'Identifier' && /^(?:fetch|axios|\$fetch)$/.test(callee.name);
}

function isClientMethod(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    /^(?:axios|\$?http|api|client|instance|ky)$/i.test(callee.object.name) &&
    REQUESTS.has(fixedName(callee.property, callee.computed) ?? '')
  );
}

function isRelativeUrl(url: Node): boolean {
  const start = url.type === 'Literal' ? url.value : url.type === 'TemplateLiteral' ? url.quasis[0]?.value.cooked : undefined;
  return typeof start === 'string' && /^\.{0,2}\/[^/]/.test(start);
}

function byPackage(file: SourceFile): Runtime {
  const dependencies = manifestOf(file.path)?.dependencies;
  if (dependencies) {
    const browser = isBrowserPackage(dependencies);
    const server = hasAny(dependencies, SERVER_FRAMEWORKS);
    if (browser !== server) return browser ? 'browser' : 'server';
    if (hasAny(dependencies, META_FRAMEWORKS)) return byImported(file);
  }
  const place = byFolder(file.path);
  // A package of a workspace that says nothing of where it runs: what is built on it does.
  return place === 'unknown' ? byImported(file) : place;
}

/**
 * Where client and server lie side by side, a module runs where those run that it is built on, or those that are built on it:
 * a module that both have is neither's.
 */
function byImported(file: SourceFile): Runtime {
  for (const source of importedModules(file)) {
    const imported = file.links?.exported(file, source, '*');
    if (imported && runtimeOf(imported.file) === 'browser') return 'browser';
  }
  const [first, ...others] = new Set((file.facts?.importersOf(file) ?? []).map((importer) => runtimeOf(importer)));
  return first === undefined || others.length > 0 ? 'unknown' : first;
}

/** Whether nothing but code that runs on the server imports a file: a page that uses it in getServerSideProps alone is such code. */
function isUsedOnServerAlone(file: SourceFile): boolean {
  const importers = file.facts?.importersOf(file) ?? [];
  return importers.length > 0 && importers.every((one) => runtimeOf(one) === 'server' || readsOnServer(one, file));
}

function readsOnServer(importer: SourceFile, file: SourceFile): boolean {
  const imports = importer.ast.body.filter(
    (node) => node.type === 'ImportDeclaration' && importer.links?.pathOf(importer, node.source.value) === file.path,
  );
  const reads = imports
    .flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers : []))
    .flatMap(({ local }) => readsOf(variableOf(importer, local)!));
  return reads.length > 0 && reads.every((read) => runtimeAt(importer, read) === 'server');
}

function isBrowserPackage(dependencies: ReadonlySet<string>): boolean {
  return hasAny(dependencies, BROWSER_FRAMEWORKS) && !hasAny(dependencies, META_FRAMEWORKS);
}

/** A package with a server framework, and nothing of which pages are made. */
function isServerPackage(dependencies: ReadonlySet<string> | undefined): boolean {
  return (
    dependencies !== undefined &&
    hasAny(dependencies, SERVER_FRAMEWORKS) &&
    !hasAny(dependencies, BROWSER_FRAMEWORKS) &&
    !hasAny(dependencies, META_FRAMEWORKS)
  );
}

function hasAny(dependencies: ReadonlySet<string> | undefined, wanted: ReadonlySet<string>): boolean {
  if (!dependencies) return false;
  for (const name of wanted) if (dependencies.has(name)) return true;
  return false;
}

/** The last resort: what the nearest telling folder is called. */
function byFolder(filePath: string): Runtime {
  // Folders above the package are the machine's, and say nothing: /home/web/….
  const above = path.dirname(manifestOf(filePath)?.directory ?? path.parse(filePath).root);
  for (const segment of path.relative(above, path.dirname(filePath)).split(path.sep).reverse()) {
    if (/^(?:client|frontend|front-end|front|browser|web|webapp|ui)$/i.test(segment)) return 'browser';
    if (/^(?:server|backend|back-end|api-server)$/i.test(segment)) return 'server';
  }
  return 'unknown';
}
