// Knows how to look for our own message over Exchange Web Services: by its Message-ID, in the inbox and the junk folder, and
// how to take it out again. May not touch a message with another Message-ID, whatever the search found.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { deleteMessage, findMessage, getSender, type EwsFolder } from '../../core/mail/ews-request.ts';
import type { EwsItem } from '../../core/mail/ews-response.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { httpRefusalOf } from '../../core/mail/http-refusal.ts';
import { removing, type Search } from './arrival.ts';
import { searchOverHttp } from './arrival-http.ts';
import { accessOf, outcomeOf, talkEws, type EwsService } from './ews-service.ts';
import type { EwsSnapshot } from './ews.ts';

type Found = { items: readonly EwsItem[] } | { problem: StepOutcome };

export function searchEws(request: ProbeRequest, { place, scheme }: EwsSnapshot, messageId: string): Search {
  const there: ProbeRequest = { ...request, ...place };
  const access = accessOf(request);

  async function find(service: EwsService, folder: EwsFolder): Promise<Found> {
    const asked = await service.ask(findMessage(access, folder, messageId));
    if (!asked.ok) return { problem: asked.problem };
    const { answer } = asked.value;
    if (!answer.ok) return { problem: outcomeOf(asked.value) };
    // Asked for by its id, and compared all the same: a service that left the restriction out would offer anybody's mail.
    return { items: answer.items.filter(({ internetMessageId }) => internetMessageId === messageId) };
  }

  /** Whether that is told or not, the message has arrived. */
  async function senderOf(service: EwsService, item: EwsItem | undefined): Promise<string | undefined> {
    if (item === undefined) return undefined;
    const asked = await service.ask(getSender(access, item));
    const items = asked.ok && asked.value.answer.ok ? asked.value.answer.items : [];
    return items.find(({ internetMessageId }) => internetMessageId === messageId)?.from?.slice(0, 256);
  }

  async function remove(service: EwsService, items: readonly EwsItem[]): Promise<StepOutcome> {
    for (const item of items) {
      const asked = await service.ask(deleteMessage(access, item));
      const outcome = asked.ok ? outcomeOf(asked.value) : asked.problem;
      if (outcome.outcome !== 'ok') return outcome;
    }
    return { outcome: 'ok' };
  }

  return searchOverHttp(there, {
    enter(session, login) {
      session.transcript.hide(login.secret);
      const service = talkEws(session, login, new URL(there.url ?? ''), scheme);
      return async (folder) => {
        const found = await find(service, folder);
        if ('problem' in found) return found;
        if (found.items.length === 0) return undefined;
        const from = await senderOf(service, found.items[0]);
        return removing(session, remove(service, found.items), from);
      };
    },
    isFinal: (reply) =>
      httpRefusalOf('arrived', reply, { protocol: 'ews', bearer: false }).class !== 'transient',
  });
}
