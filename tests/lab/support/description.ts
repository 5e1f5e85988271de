import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing that is done or seen in the browser: an object with one key. */
export type Step =
  | { readonly open: string }
  | { readonly reload: true }
  | { readonly click: string }
  | { readonly fill: readonly [selector: string, text: string] }
  /** A text that the page shows, now or within five seconds. */
  | { readonly see: string }
  /** One that it does not, from within five seconds on. */
  | { readonly miss: string }
  /** Calls an export of `client.exposed` and compares what it returns, where `returns` is given: objects by the members named. */
  | { readonly call: string; readonly with?: readonly unknown[]; readonly returns?: unknown }
  /** The same, where it has to throw or to return a rejected promise. */
  | { readonly fails: string; readonly with?: readonly unknown[] }
  | { readonly wait: number }
  /** Goes on in another tab of the same browser, which is opened where it is new. */
  | { readonly tab: string }
  /** Somebody is signed in now: with the cookie alone after a migration, with a token that is readable before. */
  | { readonly signedIn: true }
  /** Nobody is: no session is left in the browser. */
  | { readonly signedOut: true }
  /** A form of another site that is posted to the server, which refuses it. */
  | { readonly forge: { readonly path: string; readonly body?: string } };

/** A small app, how it is started, and what people do with it. The same journey is made before and after its migration. */
export interface LabCase {
  readonly name: string;
  /** Where its files are. */
  readonly app: string;
  /** What is special about this app, in one sentence. */
  readonly about: string;
  readonly server: {
    /** Run by node, or by tsx where it is TypeScript, in the app's folder or in `cwd`. */
    readonly entry: string;
    readonly cwd?: string;
    readonly port: number;
    readonly env?: Readonly<Record<string, string>>;
  };
  /** Not given where the server serves its own pages. */
  readonly client?: {
    /** Bundled. Of a module without a page of its own, `exposed` modules are put on `window.app`, for `call`. */
    readonly entry?: string;
    readonly exposed?: readonly string[];
    /** Not given where `into` is. */
    readonly port?: number;
    /** A folder of the app that the bundle is written into with its page, for a server that hands it out. */
    readonly into?: string;
    /** Requests below these paths go to the server, as a development server's proxy sends them. */
    readonly proxy?: readonly string[];
    /** `import.meta.env` and `process.env`. */
    readonly env?: Readonly<Record<string, string>>;
  };
  readonly options?: readonly string[];
  /** Whether it is in the sample that runs at every change. */
  readonly inCi?: true;
  /** What `migrate --yes` says and does. */
  readonly migrated: {
    readonly exit: 0 | 1;
    /** `done`: no script can read the token; `as before`: nothing of it changed for people. */
    readonly session: 'done' | 'as before';
    /** What the report has to say besides. */
    readonly says?: readonly string[];
    /** What it says has to be set in the server's environment, and is. */
    readonly env?: Readonly<Record<string, string>>;
  };
  readonly journey: readonly Step[];
  /** What somebody finds afterwards who was signed in before the migration: nobody is signed in, where it is not said otherwise. */
  readonly returning?: readonly Step[];
}

const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** Every app of the lab, by name. @throws Where a description does not name its parts. */
export function labCases(folder = apps): LabCase[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => existsSync(path.join(folder, name, 'lab.json')))
    .map((name) => {
      const described = JSON.parse(readFileSync(path.join(folder, name, 'lab.json'), 'utf8')) as Omit<LabCase, 'name' | 'app'>;
      for (const part of ['about', 'server', 'migrated', 'journey'] as const)
        if (!(part in described)) throw new Error(`${name}/lab.json does not say its "${part}"`);
      return { ...described, name, app: path.join(folder, name, 'app') };
    });
}
