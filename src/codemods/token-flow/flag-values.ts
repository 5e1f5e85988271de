import { readAt } from '../../exposures/storage-accesses.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import { bindingOf, valuesOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { ClientFacts } from '../facts.ts';
import type { Located } from './calls.ts';
import type { Holders } from './holders.ts';
import { isSignInAnswer } from './received.ts';

const YES = 'hasSession()';
const NO = 'false';

/** How many locations the value of a write is followed through. */
const MOST_PLACES = 300;

/** An expression that becomes a flag, or an entry of an object that goes because nothing is taken out of it any more. */
export interface FlagEdit extends Located {
  /** Undefined where it goes. */
  readonly text: string | undefined;
}

/** What a value becomes that was a token, or nothing, where it says from now on whether somebody is signed in. */
export interface FlagValue {
  readonly text: string;
  /** What changes with it: what callers give. */
  readonly edits: readonly FlagEdit[];
}

/** What comes together in a value. */
interface Origins {
  readonly givers: Located[];
  isSession: boolean;
  isNothing: boolean;
  isUnknown: boolean;
}

/** Finds out what the values of a state become that held the token. */
export class FlagValues {
  private readonly holders: Holders;
  private readonly facts: ClientFacts;
  /** What reads the part of the state itself, and what that is called from now on. */
  private readonly own: (node: Node) => string | undefined;
  private readonly asked = new Set<Node>();

  constructor(holders: Holders, facts: ClientFacts, own: (node: Node) => string | undefined) {
    this.holders = holders;
    this.facts = facts;
    this.own = own;
  }

  /** @returns Undefined where it is not known when the value is a token. */
  of(file: SourceFile, node: Node): FlagValue | undefined {
    const inner = bare(node);
    const known = this.own(inner);
    if (known !== undefined) return { text: known, edits: [] };
    switch (inner.type) {
      case 'Literal':
        return inner.value === null || inner.value === '' || inner.value === false ? plain(NO) : undefined;
      case 'ConditionalExpression':
        return this.ofConditional(file, inner);
      case 'LogicalExpression':
        return this.ofLogical(file, inner);
      case 'TemplateLiteral':
        return undefined;
      default:
        return inner.type === 'Identifier' && inner.name === 'undefined' ? plain(NO) : this.ofLeaf(file, inner);
    }
  }

  private ofConditional(file: SourceFile, node: TSESTree.ConditionalExpression): FlagValue | undefined {
    const [yes, no] = [this.of(file, node.consequent), this.of(file, node.alternate)];
    if (!yes || !no) return undefined;
    const edits = [...yes.edits, ...no.edits];
    if (yes.text === no.text) return { text: yes.text, edits };
    const isYes = yes.text === YES && no.text === NO;
    const isYesElse = yes.text === NO && no.text === YES && isEquality(node.test);
    if ((isYes || isYesElse) && this.isAboutToken(file, node.test)) return { text: YES, edits };
    return { text: `${textOf(file, node.test)} ? ${yes.text} : ${no.text}`, edits };
  }

  private ofLogical(file: SourceFile, node: TSESTree.LogicalExpression): FlagValue | undefined {
    const right = this.of(file, node.right);
    if (!right) return undefined;
    if (node.operator === '&&')
      return this.isAboutToken(file, node.left) ? right : { ...right, text: `${textOf(file, node.left)} && ${right.text}` };
    const left = this.of(file, node.left);
    if (!left) return undefined;
    const edits = [...left.edits, ...right.edits];
    if (right.text === NO || right.text === left.text) return { text: left.text, edits };
    // The part itself, or what is kept: `getState().auth.token || localStorage.getItem('token')`.
    if (right.text === YES && this.own(bare(node.left)) !== undefined) return { text: YES, edits };
    return left.text === NO ? { text: right.text, edits } : { text: `${left.text} || ${right.text}`, edits };
  }

  /** Whether a test asks whether there is a token, or a browser: `hasSession()` asks that itself. */
  private isAboutToken(file: SourceFile, test: Node): boolean {
    const inner = bare(test);
    if (
      /^typeof (?:window|localStorage|sessionStorage|document)\b|^(?:window|isBrowser|process\.client|import\.meta\.client)$/.test(
        textOf(file, inner),
      )
    )
      return true;
    if (inner.type === 'BinaryExpression') return this.isAboutToken(file, inner.left) || this.isAboutToken(file, inner.right);
    return (
      (inner.type === 'Identifier' || inner.type === 'CallExpression' || inner.type === 'MemberExpression') &&
      this.of(file, inner)?.text === YES
    );
  }

  private ofLeaf(file: SourceFile, node: Node): FlagValue | undefined {
    if (this.asked.has(node)) return undefined;
    this.asked.add(node);
    try {
      return this.ofConstant(file, node) ?? this.decided(file, node, this.originsOf(file, node));
    } finally {
      this.asked.delete(node);
    }
  }

  /** What a constant is that was given what is kept: `const token = localStorage.getItem('token') || null`. */
  private ofConstant(file: SourceFile, node: Node): FlagValue | undefined {
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    if (!variable || binding?.kind !== 'value' || binding.path.length > 0 || valuesOf(variable).length !== 1) return undefined;
    if (bare(binding.init).type !== 'LogicalExpression' && bare(binding.init).type !== 'ConditionalExpression') return undefined;
    const value = this.of(file, binding.init);
    return value?.edits.length === 0 && (value.text === YES || value.text === NO) ? value : undefined;
  }

  private decided(file: SourceFile, node: Node, { givers, isSession, isNothing, isUnknown }: Origins): FlagValue | undefined {
    const given = givers.map((one) => ({ ...one, value: this.of(one.file, one.node) }));
    if (given.some(({ value }) => value === undefined)) return undefined;
    const edits = given.flatMap(({ value }) => value!.edits);
    const mayBeNo = isNothing || given.some(({ value }) => value!.text !== YES);
    // What an answer has under the token's name is one, wherever the answer comes from.
    if (isUnknown && (mayBeNo || !this.isNamedAsToken(file, node))) return undefined;
    const isKnown = isSession || isUnknown;
    if (!mayBeNo && (isKnown || (given.length > 0 && given.every((one) => isEntry(one.node)))))
      return { text: YES, edits: [...edits, ...given.map((one) => (isEntry(one.node) ? gone(one) : becoming(one, YES)))] };
    if (isSession) return undefined;
    if (given.length === 0) return isNothing ? plain(NO) : undefined;
    return { text: textOf(file, node), edits: [...edits, ...given.map((one) => becoming(one, one.value!.text))] };
  }

  private isNamedAsToken(file: SourceFile, node: Node): boolean {
    if (node.type === 'MemberExpression') return this.facts.bodyKeys.includes(memberName(node) ?? '');
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    return (binding?.kind === 'value' || binding?.kind === 'parameter') && this.facts.bodyKeys.includes(binding.path.at(-1) ?? '');
  }

  /** Follows a value back to what callers give, to answers and storages. */
  private originsOf(file: SourceFile, node: Node): Origins {
    const origins: Origins = { givers: [], isSession: false, isNothing: false, isUnknown: false };
    const seen = new Set([locationOf(file, node)]);
    for (const at of seen) {
      if (this.ends(at, origins)) continue;
      const sources = [...sourcesOf(at), ...parsedAt(at)];
      if (sources.length === 0 || seen.size > MOST_PLACES) origins.isUnknown = true;
      for (const next of sources) {
        if (isGiven(at, next)) origins.givers.push({ file: next.file, node: next.node });
        else seen.add(next);
      }
    }
    return origins;
  }

  /** Whether it is known here what it is. */
  private ends(at: Location, origins: Origins): boolean {
    const { file, node, path } = at;
    if (isKept(at)) {
      origins.isUnknown = true;
      return true;
    }
    if (readAt(file, node) || (path.length > 0 && this.facts.bodyKeys.includes(path.at(-1)!) && isSignInAnswer(file, node, this.facts))) {
      origins.isSession = true;
      return true;
    }
    if (path.length > 0) return false;
    const sources = this.holders.sourcesOf(file, node);
    if (sources.every(({ kind }) => kind === 'stored' || kind === 'received')) origins.isSession = true;
    else if (sources.every(({ kind }) => kind === 'nothing')) origins.isNothing = true;
    else return false;
    return true;
  }
}

/** `typeof window === 'undefined'`. */
function isEquality(test: Node): boolean {
  const inner = bare(test);
  return inner.type === 'BinaryExpression' && inner.operator === '===';
}

function plain(text: string): FlagValue {
  return { text, edits: [] };
}

function becoming({ file, node }: Located, text: string): FlagEdit {
  return { file, node, text };
}

function gone({ file, node }: Located): FlagEdit {
  return { file, node: dressed(node).parent!, text: undefined };
}

/** Whether a value is that of an object's property: `setCredentials({ user, token: data.token })`. */
function isEntry(node: Node): boolean {
  const at = dressed(node);
  return at.parent?.type === 'Property' && at.parent.value === at;
}

/** Whether a value is handed over there: to a parameter, or in an object. */
function isGiven(at: Location, next: Location): boolean {
  if (next.path.length > 0) return false;
  if (isEntry(next.node)) return true;
  const variable = at.node.type === 'Identifier' ? variableOf(at.file, at.node) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}

/** The text that an object is made of: `JSON.parse(text)`. */
function parsedAt({ file, node }: Location): Location[] {
  const text = node.type === 'CallExpression' && originOf(file, node.callee) === 'JSON.parse' ? argumentAt(node, 0) : undefined;
  return text ? [locationOf(file, text)] : [];
}
