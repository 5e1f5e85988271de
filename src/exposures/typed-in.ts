import { readsOf, variableOf } from '../syntax/bindings.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** Whether a state's setter is given what somebody types: `onChange={(event) => setToken(event.target.value)}`. */
export function isTypedIn(file: SourceFile, state: TSESTree.CallExpression): boolean {
  const { parent } = state;
  const setter = parent.type === 'VariableDeclarator' && parent.id.type === 'ArrayPattern' ? parent.id.elements[1] : undefined;
  const variable = setter?.type === 'Identifier' ? variableOf(file, setter) : undefined;
  return variable !== undefined && readsOf(variable).some(isGivenWhatIsTyped);
}

function isGivenWhatIsTyped(setter: Node): boolean {
  const { parent } = setter;
  // <Input onChange={setToken} />
  if (parent?.type === 'JSXExpressionContainer') {
    const attribute = parent.parent;
    return (
      attribute.type === 'JSXAttribute' && attribute.name.type === 'JSXIdentifier' && /^on\w*(?:Change|Input)/.test(attribute.name.name)
    );
  }
  const given = parent?.type === 'CallExpression' && parent.callee === setter ? parent.arguments[0] : undefined;
  return given !== undefined && isTypedValue(given);
}

/** What somebody typed: the value of an event's target, of a form's field, of an element that the code looks up. */
export function isTypedValue(node: Node): boolean {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression' || memberName(inner) !== 'value') return false;
  for (let at = bare(inner.object); ; at = bare(at.object)) {
    if (at.type === 'CallExpression') return /^(?:getElementById|querySelector)$/.test(calleeName(at) ?? '');
    if (at.type !== 'MemberExpression') return false;
    if (/^(?:target|currentTarget|current)$/.test(memberName(at) ?? '')) return true;
  }
}
