// Knows how the servers of all mailboxes of a test are looked at: in which order, and when a mailbox is finished.

import type { Evidence } from '../core/mail/evidence.ts';
import type { Context } from './context.ts';
import type { Limits } from './observing.ts';
import { startProgress } from './progress.ts';
import { doubtfulLast, type Prepared } from './testing.ts';

export type MailboxLimits = Omit<Limits, 'onDone' | 'onWait'>;

export async function observeMailboxes(
  prepared: readonly Prepared[],
  limits: MailboxLimits,
  caFile: string | undefined,
  /** Folder of the workspace. */
  root: string,
  context: Context,
): Promise<Evidence> {
  const requests = doubtfulLast(prepared).flatMap((each) => each.requests);
  if (requests.length === 0) return { version: 1, at: context.now().toISOString(), observations: [] };
  const open = new Map(
    prepared.flatMap(({ mailbox, requests: own }) => (own.length === 0 ? [] : [[mailbox.id, own.length]])),
  );
  const { observeLive } = await import('./observing.ts');
  const addresses = new Map(requests.map(({ mailbox, address }) => [mailbox, address]));
  const progress = await startProgress(open.size, context);
  try {
    return await observeLive(
      requests,
      {
        ...limits,
        onDone(entry) {
          // Ctrl-C finishes nothing.
          if (entry.kind === 'local' && entry.problem === 'interrupted') return;
          const { mailbox } = entry;
          const left = (open.get(mailbox) ?? 1) - 1;
          open.set(mailbox, left);
          if (left === 0) progress.finished(addresses.get(mailbox) ?? mailbox);
        },
        onWait: ({ address }, seconds) => progress.waiting(address, seconds),
      },
      caFile,
      root,
      context,
    );
  } finally {
    progress.stop();
  }
}
