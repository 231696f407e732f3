// Knows which teller a report gets. (Report, Style) → string; no reporter looks at anything but what it is given.

import type { Evidence } from '../../core/mail/evidence.ts';
import type { Report } from '../../core/report.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Style } from '../style.ts';
import { humanCheck } from './human-check.ts';
import { humanDiagnose } from './human-diagnose.ts';
import { humanTestMailbox } from './human-test-mailbox.ts';

/** What was asked for besides the report, and what a person may see of the way to it. */
export type Details = {
  verbose: boolean;
  evidence?: Evidence;
  /** Why results were not written, where they were not. */
  unwritten?: 'no-save';
};

export function human(report: Report, details: Details, style: Style, language: Language): string {
  const tell = { diagnose: humanDiagnose, check: humanCheck, 'test-mailbox': humanTestMailbox };
  return tell[report.command](report, details, style, language).join('\n');
}
