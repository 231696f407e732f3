// Knows the option sets that several tables share: word → integer of the platform. Data only.

import { choice } from './column.ts';

/** statecode */
export const state = () => choice('statecode', { active: 0, inactive: 1 });

/** emailrouteraccessapproval, of mailbox, systemuser and queue. */
export const approval = () =>
  choice('emailrouteraccessapproval', { empty: 0, approved: 1, 'pending-approval': 2, rejected: 3 });

/** incomingemaildeliverymethod of mailbox and systemuser. */
export const incomingDelivery = () =>
  choice('incomingemaildeliverymethod', {
    none: 0,
    outlook: 1,
    'server-side-synchronization': 2,
    'forward-mailbox': 3,
  });

/** outgoingemaildeliverymethod of mailbox and systemuser. */
export const outgoingDelivery = () =>
  choice('outgoingemaildeliverymethod', { none: 0, outlook: 1, 'server-side-synchronization': 2 });

/** incomingemailstatus, outgoingemailstatus, actstatus, mailboxstatus. */
export const testStatus = (column: string) => choice(column, { 'not-run': 0, success: 1, failure: 2 });

/** Depth of a privilege: how far from the holder's own records it reaches. */
export const depth = () =>
  choice(undefined, {
    none: null,
    user: null,
    'business-unit': null,
    'parent-child-business-units': null,
    organization: null,
  });
