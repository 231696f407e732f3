// Runs the rules about e-mail rows: the newest row of one message beside what its path says, or every row by itself.
// Pure. A row never takes a finding of the path away: what was sent then may be stopped now.

import { isIncoming, mailboxOfRow, rowOf } from '../delivery/email-rows.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import type { EmailStatus } from '../records/email.ts';
import type { Entry, Records } from '../records/records.ts';
import type { PathReport, Trace } from '../path-report.ts';
import type { Facts } from './facts.ts';
import { runRules } from './judge.ts';
import { contactName } from './path-names.ts';
import { withSettings } from './rule-settings.ts';
import type { Finding } from './rule.ts';

type RowOnPath = { row?: NonNullable<PathReport['row']>; findings: Finding[] };

/** `others`: what was found on the path without the row; `predicted`: the trace that it would leave. */
export function judgeRow(
  path: DeliveryPath,
  others: readonly Finding[],
  predicted: Trace,
  now: Date,
): RowOnPath {
  const email = rowOf(path);
  if (email === undefined) return { findings: [] };
  const blockedBy = others.find(({ severity }) => severity === 'error')?.code;
  const facts = emailFacts(email, path.records, now, {
    to: contactName(path),
    kind: path.message.kind,
    predicted,
    mailbox: path.mailbox.found,
    ...(blockedBy === undefined ? {} : { blockedBy }),
  });
  const { statusCode: status, createdOn } = email.fields;
  const row = {
    status,
    where: email.where(['statusCode']),
    ...(createdOn === undefined ? {} : { createdOn }),
  };
  return { row, findings: withSettings(runRules('email', facts), path.records) };
}

/** That no row was made leaves nothing open where the records say why none is (MC723). */
export function explainedRow(findings: readonly Finding[], predicted: Trace): Finding[] {
  const explained =
    predicted === 'no-row' ||
    predicted === 'no-row-or-pending-send' ||
    findings.some(({ severity }) => severity === 'not-requested');
  return findings.map((finding) =>
    explained && finding.code === 'MC723' && finding.severity === 'unknown'
      ? { ...finding, severity: 'information' }
      : finding,
  );
}

/** What stands in Dataverse, by the row that was found; undefined: the row is of an earlier time than what stops the mail now. */
export function traceOfRow(row: PathReport['row'], blocked: boolean): Trace | undefined {
  if (row === undefined || row.status === 'received') return undefined;
  return blocked && history.includes(row.status) ? undefined : row.status;
}

const history: readonly EmailStatus[] = ['sent', 'completed', 'canceled'];

/** Every row that has not come to its end; the others have nothing to say about what stops mail. */
export function allRows(records: Records, now: Date): { mailbox: Entry | undefined; finding: Finding }[] {
  return records.emails.flatMap((email) => {
    if (isIncoming(email) || email.fields.statusCode === 'sent') return [];
    const facts = emailFacts(email, records, now);
    return withSettings(runRules('email', facts), records).map((finding) => ({
      mailbox: facts.mailbox,
      finding,
    }));
  });
}

export function emailFacts(
  email: Entry<'emails'>,
  records: Records,
  now: Date,
  onPath?: NonNullable<Facts['email']['path']> & { mailbox: Entry<'mailboxes'> | undefined },
): Facts['email'] {
  const own = mailboxOfRow(email, records);
  return {
    email,
    mailbox: own === 'none' ? undefined : (own ?? onPath?.mailbox),
    ...(onPath === undefined ? {} : { path: onPath }),
    records,
    now,
  };
}
