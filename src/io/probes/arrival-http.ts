// Knows how our own message is looked for over a web service: a session for each look, the inbox before the junk folder, and
// what may be over at the next look. May not speak to a service itself (arrival-graph.ts, arrival-ews.ts).

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { brokenStep } from '../../core/mail/evidence.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import type { Look, Search } from './arrival.ts';
import { createHttpSession, type HttpSession } from './http-session.ts';
import { loginOf, type Login } from './login.ts';

type Problem = { problem: StepOutcome };

/** Undefined: it is not in this folder. */
type LookInto = (folder: 'inbox' | 'junkemail') => Promise<Look | Problem | undefined>;

export type WebMailbox = {
  /** After the session is open. */
  enter(session: HttpSession, login: Login): LookInto;
  /** A "no" that stays one. */
  isFinal(reply: Reply): boolean;
};

export function searchOverHttp(request: ProbeRequest, { enter, isFinal }: WebMailbox): Search {
  return {
    async look(context) {
      const session = createHttpSession(request, context);
      const login = await loginOf(request, context);
      let look: Look | undefined;
      if (login !== undefined && (await session.open())) {
        await session.step('arrived', async () => {
          const seen = await lookIntoFolders(enter(session, login));
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
      const ends = broken?.outcome === 'refused' && isFinal(broken.reply);
      return { look: ends ? { found: 'impossible', outcome: broken } : { found: 'not-yet' }, transcript };
    },
  };
}

async function lookIntoFolders(lookInto: LookInto): Promise<Look | Problem> {
  for (const folder of ['inbox', 'junkemail'] as const) {
    const look = await lookInto(folder);
    if (look === undefined) continue;
    const asJunk = folder === 'junkemail' && 'found' in look && look.found === 'arrived';
    return asJunk ? { ...look, asJunk: true } : look;
  }
  return { found: 'not-yet' };
}
