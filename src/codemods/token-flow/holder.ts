import type { Variable } from '@typescript-eslint/scope-manager';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { Located } from './calls.ts';

/** Something that holds a token on its way from where it comes to where it is used. */
export type Holder =
  | { readonly kind: 'variable'; readonly file: SourceFile; readonly variable: Variable }
  /** What a function returns: an accessor's `getToken()`. */
  | { readonly kind: 'return'; readonly file: SourceFile; readonly fn: FunctionNode }
  /** A member of what a library's call keeps and an element hands down: of a context's value. */
  | MemberHolder
  /** `this.token` of a class or of an object that is a service. */
  | { readonly kind: 'field'; readonly file: SourceFile; readonly host: ClassNode | TSESTree.ObjectExpression; readonly name: string }
  /** A property of an object that a function takes as a parameter: `credentials.t` of `load(params, { t: jwt.token })`. */
  | EntryHolder
  /** A property of an object of which it is known wherever it goes: of `return { success: true, token }`. */
  | PartHolder;

/** See {@link Holder}. */
export interface PartHolder {
  readonly kind: 'part';
  readonly file: SourceFile;
  readonly property: TSESTree.Property;
  /** Where it is taken out again: the member, or the property of a pattern. */
  readonly reads: readonly Located[];
}

/** See {@link Holder}. */
export interface MemberHolder {
  readonly kind: 'member';
  readonly made: Located<CallNode>;
  readonly name: string;
}

/** See {@link Holder}. */
export interface EntryHolder {
  readonly kind: 'entry';
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  /** Which parameter. */
  readonly index: number;
  readonly variable: Variable;
  readonly name: string;
}

/** Where an expression's token comes from. */
export type Source =
  | { readonly kind: 'holder'; readonly holder: Holder }
  /** Read from a storage. */
  | { readonly kind: 'stored' }
  /** Taken out of the response to a sign-in. */
  | { readonly kind: 'received'; readonly node: Node }
  /** `null`, `''`, `undefined`: no token. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** A place that gives a holder its value. */
export interface Definition {
  readonly file: SourceFile;
  readonly value: Node;
  /** What is removed when the holder goes: the declarator, the argument, the assignment, the setter's call. */
  readonly site: Node;
  readonly form: 'init' | 'argument' | 'attribute' | 'assignment' | 'setter' | 'state' | 'property' | 'return' | 'pattern';
}
