// Knows how to look for our own message over Microsoft Graph: by its Message-ID, in the inbox and the junk folder, and how
// to take it and the copy in Sent Items out again. May not touch a message with another Message-ID, whatever the filter found.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { removing, type Search } from './arrival.ts';
import { searchOverHttp } from './arrival-http.ts';
import type { GraphSnapshot } from './graph.ts';
import { fieldOf, inFilter, listOf, talkGraph, textOf, type Graph } from './graph-service.ts';

/** Well-known names: https://learn.microsoft.com/graph/api/resources/mailfolder */
type Folder = 'inbox' | 'junkemail' | 'sentitems';
/** Base64, in either alphabet: nothing that a path would read otherwise. */
const idOfMessage = /^[\w+/=-]{1,1000}$/;
type Found = { ids: string[]; from: string | undefined } | { problem: StepOutcome };

export function searchGraph(request: ProbeRequest, { name }: GraphSnapshot, messageId: string): Search {
  async function find(graph: Graph, folder: Folder): Promise<Found> {
    const filter = encodeURIComponent(`internetMessageId eq ${inFilter(messageId)}`);
    const path = `/users/${name}/mailFolders/${folder}/messages?$filter=${filter}&$select=id,internetMessageId,from&$top=5`;
    const answer = await graph.ask(path);
    if (!answer.ok) return { problem: answer.problem };
    // Asked for by filter, and compared all the same: a service that left the filter out would offer anybody's mail.
    const own = listOf(answer.body).filter((one) => textOf(one, 'internetMessageId') === messageId);
    return {
      ids: own.map((one) => textOf(one, 'id') ?? '').filter((id) => idOfMessage.test(id)),
      from: textOf(fieldOf(fieldOf(own[0], 'from'), 'emailAddress'), 'address')?.slice(0, 256),
    };
  }

  async function remove(graph: Graph, ids: readonly string[]): Promise<StepOutcome> {
    const copies = await find(graph, 'sentitems');
    for (const id of [...ids, ...('ids' in copies ? copies.ids : [])]) {
      const gone = await graph.ask(`/users/${name}/messages/${encodeURIComponent(id)}`, { method: 'DELETE' });
      if (!gone.ok) return gone.problem;
    }
    return 'problem' in copies ? copies.problem : { outcome: 'ok' };
  }

  return searchOverHttp(request, {
    enter(session, login) {
      const graph = talkGraph(session, login);
      return async (folder) => {
        const found = await find(graph, folder);
        if ('problem' in found) return found;
        if (found.ids.length === 0) return undefined;
        return removing(session, remove(graph, found.ids), found.from);
      };
    },
    isFinal: ({ code }) => /^4(?!08|29)/.test(code),
  });
}
