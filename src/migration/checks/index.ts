import { keepsArguments, keepsRequests } from './calls.ts';
import type { Check } from './check.ts';
import { keepsCookiesThatAreRead, servesNativeApps } from './dependents.ts';
import { namesWhatIsLeft, sendsTheCookie } from './exposed.ts';
import { importsWhatIsThere } from './imports.ts';
import { declaresOnce, namesWhatIsDefined, usesWhatItDeclares } from './names.ts';
import { keepsScriptsClassic, standsWhereItMay } from './places.ts';
import { endsTheSession } from './sign-out.ts';
import { remembersSignIns } from './remembered.ts';
import { changesNothingOnGet, letsMeantPostsIn } from './requests-of-others.ts';
import { movesBothSides } from './sides.ts';
import { takesWhatIsKept } from './taken.ts';
import { setsTheCookie } from './unset-cookies.ts';

export type { Check, CheckFailure, CheckKind, PlannedProject } from './check.ts';

/** Everything that has to hold of a plan whose texts parse. A new one is a file beside these and a line here. */
export const checks: readonly Check[] = [
  standsWhereItMay,
  importsWhatIsThere,
  namesWhatIsDefined,
  declaresOnce,
  keepsScriptsClassic,
  movesBothSides,
  keepsArguments,
  keepsRequests,
  sendsTheCookie,
  remembersSignIns,
  setsTheCookie,
  takesWhatIsKept,
  servesNativeApps,
  keepsCookiesThatAreRead,
  endsTheSession,
  usesWhatItDeclares,
  namesWhatIsLeft,
  changesNothingOnGet,
  letsMeantPostsIn,
];
