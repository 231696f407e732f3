// Knows who may approve the address of a mailbox, as far as users' roles and privileges are recorded. Pure; chooses no words.
// Exchange Online: System Administrator and one of Global administrator, Exchange administrator, Delegated Mailbox Approver;
// elsewhere the privilege prvApproveRejectEmailAddress, which System Administrator has (connect-exchange-online).

import { once } from '../records/look-up.ts';
import type { User } from '../records/principal.ts';
import type { Entry, Records } from '../records/records.ts';
import type { MailboxFacts } from './facts.ts';
import { isExchangeOnline } from './mailbox-questions.ts';
import { isSystemAdministrator } from './system-administrator.ts';

type ApprovalRights = {
  /** Names of users who may, a few of them. */
  approvers: string[];
  /** The mailbox's own user, who may approve by testing it. */
  self: string | undefined;
  /** Somebody's roles or privileges are recorded at all. */
  recorded: boolean;
};

export function approvalRights(facts: MailboxFacts): ApprovalRights {
  const { anywhere, exchangeOnline, recorded } = approversIn(facts.records);
  return {
    approvers: isExchangeOnline(facts) ? exchangeOnline : anywhere,
    self: selfApprover(facts),
    recorded,
  };
}

/** Never for a queue; the user principal name has to be the mailbox's address. */
function selfApprover({ mailbox, owner, environment }: MailboxFacts): string | undefined {
  if (owner?.kind !== 'users') return undefined;
  const { windowsLiveId, isDisabled } = owner.fields;
  const address = mailbox.fields.emailAddress?.toLowerCase();
  if (isDisabled === true || address === undefined || windowsLiveId?.toLowerCase() !== address)
    return undefined;
  const needsPrivilege = environment?.fields.requirePrivilegeToSelfApproveEmailAddress === true;
  return needsPrivilege && !hasPrivilege(owner.fields) ? undefined : nameOfUser(owner);
}

type Approvers = { anywhere: string[]; exchangeOnline: string[]; recorded: boolean };

const approversIn = once((records: Records): Approvers => {
  const able = records.users.filter(
    ({ fields }) => fields.isDisabled !== true && fields.applicationId === undefined && hasPrivilege(fields),
  );
  const names = (users: Entry<'users'>[]) => users.slice(0, 3).map(nameOfUser);
  return {
    anywhere: names(able),
    exchangeOnline: names(
      able.filter(({ fields }) => isSystemAdministrator(fields) && hasTenantRight(fields)),
    ),
    recorded: records.users.some(
      ({ fields }) =>
        fields.roles !== undefined ||
        fields.tenantRoles !== undefined ||
        fields.privileges?.prvApproveRejectEmailAddress !== undefined,
    ),
  };
});

function hasPrivilege(user: User): boolean {
  const depth = user.privileges?.prvApproveRejectEmailAddress;
  return depth === undefined ? isSystemAdministrator(user) : depth !== 'none';
}

function hasTenantRight({ roles = [], tenantRoles = [] }: User): boolean {
  return tenantRoles.length > 0 || roles.some((role) => /^Delegated Mailbox Approver$/i.test(role));
}

function nameOfUser({ fields, id }: Entry<'users'>): string {
  return fields.fullName ?? id;
}
