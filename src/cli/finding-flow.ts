import { isCredential } from '../exposures/credential.ts';
import { evidenceFor } from '../exposures/evidence.ts';
import { followedFrom } from '../exposures/followed.ts';
import type { Finding } from '../lint/finding.ts';
import type { CodePlace } from '../report/scan-result.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { placeOf } from './code-place.ts';
import { valuesIn } from './values-in.ts';

/**
 * How the credential of a finding came to where it is reported: from the place where it was seen to be one up to the value in what
 * is reported, a place a line. Empty where it is seen there itself, and where the finding is about no value.
 *
 * @param root Absolute: the folder that the paths of places are relative to.
 */
export function flowOf(root: string, file: SourceFile, { range, data }: Finding): CodePlace[] {
  const values = valuesIn(file, { range }).filter((node) => isCredential(evidenceFor(file, node)));
  // The message gives one value's reason: that one is meant.
  const isMeant = (node: Node): boolean => {
    const evidence = evidenceFor(file, node);
    return isCredential(evidence) && evidence.reason === data['reason'];
  };
  const meant = values.filter(isMeant);
  const reported = placeOf(root, file, range);
  for (const value of meant.length > 0 ? meant : values.slice(0, 1)) {
    const places = followedFrom(file, value).map(({ at }) => placeOf(root, at.file, at.node.range));
    // Told by lines: a name and the call that it is handed to stand on one.
    const flow = places.filter((one, i) => !isOnOneLine(one, places[i - 1] ?? reported)).toReversed();
    if (flow.length > 0) return flow;
  }
  return [];
}

function isOnOneLine(one: CodePlace, other: CodePlace): boolean {
  return one.file === other.file && one.line === other.line;
}
