import { either } from '../../credentials/alternatives.ts';

/** A module of the project itself, as its imports look: relative, or through an alias. */
const OWN_MODULE = either([
  /^\.{1,2}(?:\/|#)/,
  /^[@~]?\//,
  /^~/,
  /^@(?:app|src|shared|core|lib|utils|helpers|services|common)\b/,
  /^(?:src|app|lib|utils|helpers|services|common|shared)\//,
]);

/** Whether an origin leads into the project itself, by how its module is named. */
export function isOwnModule(origin: string): boolean {
  return OWN_MODULE.test(origin);
}
