// Knows how to look for our own message over Exchange Web Services: by its Message-ID, in the inbox and the junk folder, and
// how to take it out again. May not touch a message with another Message-ID, whatever the search found.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { deleteMessage, findMessage, getSender, type EwsFolder } from '../../core/mail/ews-request.ts';
import type { EwsItem } from '../../core/mail/ews-response.ts';
import { brokenStep, type StepOutcome } from '../../core/mail/evidence.ts';
import { httpRefusalOf } from '../../core/mail/http-refusal.ts';
import { removing, type Look, type Search } from './arrival.ts';
import { accessOf, outcomeOf, talkEws, type EwsService } from './ews-service.ts';
import type { EwsSnapshot } from './ews.ts';
import { createHttpSession, type HttpSession } from './http-session.ts';
import { loginOf } from './login.ts';

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

  async function lookInto(
    service: EwsService,
    session: HttpSession,
  ): Promise<Look | { problem: StepOutcome }> {
    for (const folder of ['inbox', 'junkemail'] as const) {
      const found = await find(service, folder);
      if ('problem' in found) return found;
      if (found.items.length === 0) continue;
      const from = await senderOf(service, found.items[0]);
      const look = await removing(session, remove(service, found.items), from);
      return folder === 'junkemail' && look.found === 'arrived' ? { ...look, asJunk: true } : look;
    }
    return { found: 'not-yet' };
  }

  return {
    async look(context) {
      const session = createHttpSession(there, context);
      const login = await loginOf(there, context);
      let look: Look | undefined;
      if (login !== undefined && (await session.open())) {
        session.transcript.hide(login.secret);
        await session.step('arrived', async () => {
          const service = talkEws(session, login, new URL(there.url ?? ''), scheme);
          const seen = await lookInto(service, session);
          if ('problem' in seen) return seen.problem;
          look = seen;
          return { outcome: 'ok' };
        });
      }
      const observation = session.finish([]);
      const { transcript } = observation;
      if (look !== undefined) return { look, transcript };
      const broken = brokenStep(observation);
      // "Later" and a dead network may be over at the next look; a "no" stays one.
      const isFinal =
        broken?.outcome === 'refused' &&
        httpRefusalOf('arrived', broken.reply, { protocol: 'ews', bearer: false }).class !== 'transient';
      return { look: isFinal ? { found: 'impossible', outcome: broken } : { found: 'not-yet' }, transcript };
    },
  };
}
