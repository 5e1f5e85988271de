import type { SurveyedClient } from '../project/client-survey.ts';
import { signInAddresses } from '../project/client-base.ts';
import { importedModules } from '../syntax/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { toldPath } from './file-lines.ts';
import type { Refusal } from './refusal.ts';
import { SERVER_ALONE } from './refusal.ts';
import { tokenPlaces } from './token-places.ts';

/**
 * Front ends that know nothing of each other, each in a package of its own. One module cannot be the session's for both: what one
 * may import, and by which variable it knows the API's address, is no other's.
 */
export function severalClients(root: string, { files, home }: SurveyedClient): Refusal[] {
  const places = unconnectedPackages(files, home).map((own) => tokenPlaces(root, own)[0]!);
  if (places.length === 0) return [];
  const others = places.map(({ file, line }) => `${file}:${String(line)}`).join(' and ');
  return [
    {
      reason: 'several clients',
      side: 'client',
      places,
      text:
        `Several front ends keep a token of this server: one at ${toldPath(root, home.path)}, and one ` +
        `in a package of its own at ${others}. They would need a module of the session each, and none can stay as it is. Have git ` +
        `ignore a front end that is not in use, or move it by hand. Or: ${SERVER_ALONE}`,
    },
  ];
}

/**
 * Front ends that share a client, and tell it different addresses of the API. The session's module goes beside that client and
 * knows one address: for the others it would ask the wrong server who is signed in.
 */
export function severalAddresses(root: string, { files }: SurveyedClient, signInPaths: readonly string[]): Refusal[] {
  const pages = files.filter(({ path }) => !isTestFile(path, root));
  return [...signInAddresses(pages, signInPaths)].flatMap(([file, addresses]): Refusal[] => {
    const own = packageOf(file.path);
    const users = pages.filter((one) => packageOf(one.path) !== own && importedFiles(one).some((imported) => packageOf(imported) === own));
    if (addresses.size < 2 || new Set(users.map((one) => packageOf(one.path))).size < 2) return [];
    const text =
      `Several front ends sign in by one client (${toldPath(root, file.path)}), and tell it different addresses: ` +
      `${[...addresses].join(' and ')}. The module of the session beside that client would know one of them. Have them read the ` +
      `address from one variable of the environment, or move them by hand. Or: ${SERVER_ALONE}`;
    return [{ reason: 'several clients', side: 'client', places: users.map((one) => ({ file: toldPath(root, one.path), line: 1 })), text }];
  });
}

/** The files with tokens of packages that no import connects with the home's, a list a package. */
function unconnectedPackages(files: readonly SourceFile[], home: SourceFile): SourceFile[][] {
  const pages = files.filter((file) => runtimeOf(file) !== 'native' && runtimeOf(file) !== 'server');
  const connected = connectedWith(packageOf(home.path), pages);
  const others = new Map<string, SourceFile[]>();
  for (const file of pages) {
    const directory = packageOf(file.path);
    if (connected.has(directory) || tokenPlaces('', [file]).length === 0) continue;
    others.set(directory, [...(others.get(directory) ?? []), file]);
  }
  return [...others.values()];
}

function packageOf(file: string): string {
  return manifestOf(file)?.directory ?? '';
}

/** The files of the project that a file imports. */
function importedFiles(file: SourceFile): string[] {
  return [...importedModules(file)].flatMap((source) => file.links?.pathOf(file, source) ?? []);
}

/** A package, and those that it imports or that import it, directly or through others. */
function connectedWith(first: string, files: readonly SourceFile[]): ReadonlySet<string> {
  const pairs = files.flatMap((file) => importedFiles(file).map((imported) => [packageOf(file.path), packageOf(imported)] as const));
  const connected = new Set([first]);
  for (let before = -1; before < connected.size;) {
    before = connected.size;
    for (const [one, other] of pairs) if (connected.has(one) || connected.has(other)) connected.add(one).add(other);
  }
  return connected;
}
