// Knows whether the identity that acts may send as the user in From, as far as the records say. Pure; the rule is MC207.
// Two things are needed: that user's option "Allow other Microsoft Dynamics 365 users to send email on your behalf"
// (usersettings.issendasallowed, default No) and the actor's privilege prvSendAsUser. A queue needs no such option.

import { isIdentityKind, kindOf } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import type { User } from '../records/principal.ts';
import type { Entry } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import type { Severity } from './rule.ts';
import { isSystemAdministrator } from './system-administrator.ts';

type Depth = NonNullable<NonNullable<User['privileges']>['prvSendAsUser']>;

export type SendAs = {
  severity: Severity;
  /** What is missing. */
  lacks: 'option' | 'privilege' | 'privilege-depth';
  /** false: it is not recorded, and the platform's default is No. */
  recorded: boolean;
  user: string;
  /** Who acts; undefined: the records do not say. */
  actor: string | undefined;
  /** The portal's own connection runs the process; false: its owner, or whoever runs it. */
  byPortal: boolean;
  /** For lacks "privilege-depth": how far the privilege reaches, and whether both business units are recorded. */
  depth?: Depth;
  unitsRecorded?: boolean;
  where: Where;
};

export function sendAsFault(path: DeliveryPath): SendAs | undefined {
  const { end, actsAs } = path.sender;
  const process = path.process.found;
  if (end.kind !== 'user' || process === undefined || actsAs === end.user) return undefined;
  const kind = kindOf(process);
  const byPortal = kind !== undefined && isIdentityKind(kind);
  // Who may run another process is open: it may be the very user in From. Only a plain No is worth a word then.
  if (actsAs === undefined && !byPortal && end.user.fields.isSendAsAllowed !== false) return undefined;
  // Confirmed for the owner of a workflow (0x8004480d); whether the portal's own identity is refused is not.
  const confirmed = actsAs !== undefined && !byPortal;
  const common = {
    user: nameOf(end.user),
    actor: actsAs === undefined ? undefined : nameOf(actsAs),
    byPortal,
  };
  const { isSendAsAllowed } = end.user.fields;
  if (isSendAsAllowed !== true)
    return {
      ...common,
      severity: confirmed && isSendAsAllowed === false ? 'error' : 'warning',
      lacks: 'option',
      recorded: isSendAsAllowed === false,
      where: end.user.where(['isSendAsAllowed']),
    };
  if (actsAs === undefined || actsAs.builtIn === true) return undefined;
  const depth = actsAs.fields.privileges?.prvSendAsUser;
  const where = actsAs.where(['privileges', 'prvSendAsUser']);
  if (depth === 'none')
    return {
      ...common,
      severity: confirmed ? 'error' : 'warning',
      lacks: 'privilege',
      recorded: true,
      where,
    };
  // The privilege has to reach the other user's business unit; "user" reaches nobody else.
  const short = reaches(depth, actsAs, end.user);
  if (short !== undefined)
    return { ...common, ...short, severity: 'warning', lacks: 'privilege-depth', recorded: true, where };
  // System Administrator holds every privilege, and SYSTEM is not limited by roles.
  if (
    depth !== undefined ||
    isSystemAdministrator(actsAs.fields) ||
    nameOf(actsAs).toLowerCase() === 'system'
  )
    return undefined;
  return { ...common, severity: 'information', lacks: 'privilege', recorded: false, where };
}

/** How far short the privilege falls, or may fall; undefined: it reaches that user, or its depth says nothing of it. */
function reaches(
  depth: Depth | undefined,
  actor: Entry<'users'>,
  user: Entry<'users'>,
): Pick<SendAs, 'depth' | 'unitsRecorded'> | undefined {
  if (depth !== 'user' && depth !== 'business-unit' && depth !== 'parent-child-business-units')
    return undefined;
  const own = actor.fields.businessUnit?.toLowerCase();
  const other = user.fields.businessUnit?.toLowerCase();
  const unitsRecorded = own !== undefined && other !== undefined;
  if (depth === 'user') return { depth, unitsRecorded: true };
  return unitsRecorded && own === other ? undefined : { depth, unitsRecorded };
}

function nameOf(user: { id: string; fields: { fullName?: string | undefined } }): string {
  return user.fields.fullName ?? user.id;
}
