/** From one port of a call to another: what stands at the first arrives at the second. Read forwards and backwards. */
export type Flow = readonly [from: Port, to: Port];

/** A part by its name or index; `*` is any part (but those that are named), and the same one wherever it stands in one flow. */
export type PortStep =
  | { readonly kind: 'part'; readonly name: string; readonly but?: readonly string[] }
  /** What the function at the port returns, what its promise resolves with. */
  | { readonly kind: 'returned' }
  /** A parameter of the function that is written at the port. */
  | { readonly kind: 'parameter'; readonly index: number }
  /** What the function at the port is called with, wherever it is called. */
  | { readonly kind: 'given'; readonly index: number };

/** Where a port begins. */
export type PortBase =
  | { readonly kind: 'argument'; readonly index: number }
  | { readonly kind: 'result' }
  /** The object on which a method is called; the object of an element's name: `Session` of `<Session.Provider>`. */
  | { readonly kind: 'receiver' }
  /** An attribute of an element: `value` of `<Session.Provider value={…}>`. */
  | { readonly kind: 'attribute'; readonly name: string }
  /** The instance, in a class that extends one of the library's. */
  | { readonly kind: 'this' }
  /** What the call itself keeps: one for each place in the code that makes one. */
  | { readonly kind: 'cell' }
  /** What is kept by the call that made the value at a port: the context that `useContext(Session)` reads. */
  | { readonly kind: 'cell of'; readonly port: Port }
  /** What the whole package keeps, as a store that there is one of, under the library's id; with a word after it, another part. */
  | { readonly kind: 'shared'; readonly name: string }
  /** The same of what is kept under the key that stands at a port: `session` of `provide('session', user)`. */
  | { readonly kind: 'under'; readonly name: string; readonly key: Port };

/** A place at a call, from which a value comes or to which it goes. */
export class Port {
  readonly base: PortBase;
  readonly steps: readonly PortStep[];

  constructor(base: PortBase, steps: readonly PortStep[] = []) {
    this.base = base;
    this.steps = steps;
  }

  /** A part of what stands here, by its name or index; `*` for any. */
  part(name: string): Port {
    return this.then({ kind: 'part', name });
  }

  /** Any part of what stands here but those. */
  otherPart(but: readonly string[]): Port {
    return this.then({ kind: 'part', name: '*', but });
  }

  /** What the function that stands here returns. */
  returned(): Port {
    return this.then({ kind: 'returned' });
  }

  /** A parameter of the function that stands here. */
  parameter(index: number): Port {
    return this.then({ kind: 'parameter', index });
  }

  /** What the function that stands here is called with. */
  given(index: number): Port {
    return this.then({ kind: 'given', index });
  }

  private then(step: PortStep): Port {
    return new Port(this.base, [...this.steps, step]);
  }
}

export const argument = (index: number): Port => new Port({ kind: 'argument', index });
export const attribute = (name: string): Port => new Port({ kind: 'attribute', name });
export const shared = (name: string): Port => new Port({ kind: 'shared', name });
export const under = (name: string, key: Port): Port => new Port({ kind: 'under', name, key });
export const cellOf = (port: Port): Port => new Port({ kind: 'cell of', port });
export const result = new Port({ kind: 'result' });
export const receiver = new Port({ kind: 'receiver' });
export const instance = new Port({ kind: 'this' });
export const cell = new Port({ kind: 'cell' });

/** Flows by what is called, created or extended: an origin, as `originOf` writes it. */
export type FlowTable = Readonly<Record<string, readonly Flow[]>>;

/**
 * What an option of a component's or store's is to `this`, and to whoever has an instance:
 * - `methods`: functions that are its methods;
 * - `values`: functions whose results are its values, or objects that have one as `get`;
 * - `returned`: an object with its values, or a function that returns one;
 * - `unwrapped`: the same of a function that returns refs, which are there without their `value`;
 * - `watchers`: functions that are called with its value of their name, or objects that have one as `handler`;
 * - `bases`: options of others that count as its own;
 * - `provided`: an object, or a function that returns one, whose parts the library keeps under their names;
 * - `injected`: the names under which it takes them, in a list or by what it calls them.
 */
export type OptionGroup = 'methods' | 'values' | 'returned' | 'unwrapped' | 'watchers' | 'bases' | 'provided' | 'injected';

/**
 * A call that calls a function for the code: which argument is the function, which is the object that it is called on
 * (where that is said apart), and where its own arguments begin, or which argument is the list of them.
 */
export interface Delegation {
  readonly fn: number;
  readonly context?: number;
  readonly given: { readonly from: number } | { readonly list: number };
}

/**
 * Functions of a store that are called by their names, in an object that is called after them: `commit('signedIn', user)`
 * of `mutations: { signedIn(state, user) {…} }`.
 */
export interface NamedFunctions {
  /** The method that calls one, which takes the name first and what the function is given second. */
  readonly method?: string;
  /** What makes methods of a component of them: `mapMutations(['signedIn'])`. */
  readonly mapper?: string;
  /** The parameter that is the store's state. */
  readonly state?: number;
  /** The parameter that is given. */
  readonly given?: number;
  /**
   * What the first parameter's parts are of what the package shares, by their names: `state` and `getters` of the context
   * that an action is called with.
   */
  readonly context?: Readonly<Record<string, string>>;
  /** Parameters that are, as a whole, something else that the package shares than the state. */
  readonly shares?: Readonly<Record<number, string>>;
}

/**
 * What is told of the results of another call, which it names: `addCase(signIn.fulfilled, (state, action) => …)`. Ports are
 * those of the call that is named.
 */
export interface Hearing {
  /** The argument that names it, by a member of what the call made, and the member's name. */
  readonly told: number;
  readonly member: string;
  /** By the origin of the call that made it. */
  readonly of: string;
  /** What stands at this port of that call… */
  readonly gives: Port;
  /** …but for what such a function returns instead. */
  readonly except: string;
  /** …arrives there: at a part of a parameter of the function that is another argument. */
  readonly fn: number;
  readonly parameter: number;
  readonly part: string;
}

/** A library that keeps state: how a value comes into it, and where it comes out. */
export interface StateApi {
  /** Its name, for people. */
  readonly id: string;
  /** What the text of every file has that uses it. A list of words is best. */
  readonly hint: RegExp;
  /** By the origin of what is called or constructed: `react#useState`, `vue#ref`. */
  readonly calls?: FlowTable;
  /** Calls that call what they are given, by their origin: `redux-saga/effects#call`. */
  readonly delegations?: Readonly<Record<string, Delegation>>;
  /** Flows by the name of a method alone, of what the library hands to functions: `addCase` of a builder. */
  readonly methods?: FlowTable;
  /**
   * Flows of functions that the library hands to functions of the app, by what parameters call them, or parts of what is handed
   * over: `getState` of a thunk. Nothing else need speak of the library where they are called.
   */
  readonly handed?: FlowTable;
  /** By the name of the method that is called: `addCase`. */
  readonly hearings?: Readonly<Record<string, Hearing>>;
  /** By the origin of an element's name: `react#createContext().Provider`. */
  readonly elements?: FlowTable;
  /** By the origin of what a class extends: `react#Component`. Ports are `instance`, its parts, and what they are given. */
  readonly classes?: FlowTable;
  /** Calls in whose place the hook of the client can stand that a migration adds, where the state is the token: by origin. */
  readonly hooks?: readonly string[];
  /** Calls that keep a state which is read and written as the `value` of what they give, by origin. */
  readonly refs?: readonly string[];
  /** Calls after which whoever read a member of the object that they are handed is told when it changes, by origin. */
  readonly tracked?: readonly string[];
  /** Options whose members are reached through `this`, by their names: `methods`, `computed`, `data` of a component. */
  readonly options?: Readonly<Record<string, OptionGroup>>;
  /** What it adds to every component: ports are `instance` and its parts. */
  readonly components?: readonly Flow[];
  /** By the name of the object that they are in: `mutations`. The state is what the package shares under the library's id. */
  readonly named?: Readonly<Record<string, NamedFunctions>>;
  /** Modules that export the same under another name: `preact/hooks` for `react`. */
  readonly aliases?: Readonly<Record<string, string>>;
}
