// Knows how the chain from From to the sending mailbox is printed, one hop a line with its place.

import type { Hop, NoFurther } from '../../core/delivery/sender-chain.ts';
import { whereText } from '../../core/records/where.ts';
import type { StepReport } from '../../core/path-report.ts';
import { attributeLabels, fromLabels } from '../../core/rules/from-labels.ts';
import { stepWords, type Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { widthOf, wrap } from '../wrap.ts';

type Words = {
  from(value: string): string;
  attribute(attribute: string, record: string, of: 'contact' | 'invitation'): string;
  principal: Record<'user' | 'queue' | 'team' | 'contact', string>;
  mailbox: string;
  nothing: Record<NoFurther, string>;
};

const words: Record<Language, Words> = {
  en: {
    from: (value) => `From is ${value}`,
    attribute: (attribute, record, of) => `${attribute} of the ${of} ${record}`,
    principal: { user: 'user', queue: 'queue', team: 'team', contact: 'contact' },
    mailbox: 'mailbox',
    nothing: {
      'from-empty': 'From is blank: nobody is named',
      'owned-by-team': 'a team owns the contact, so its owning user is empty',
      'not-a-legal-sender': 'cannot send: only users and queues can stand in From',
      'no-mailbox': 'has no mailbox',
      'mailbox-not-recorded': 'its mailbox is not recorded',
      'process-not-recorded': 'the process is not recorded',
      'no-step': 'the process has no recorded Send E-mail step',
      'from-not-recorded': 'the From of the step is not recorded',
      'contact-not-given': 'depends on the contact: name one (--to, --for)',
      'contact-not-recorded': 'the contact is not recorded',
      'owner-not-recorded': "the contact's record does not say who that is",
      'invitation-not-recorded': 'no invitation of the contact is recorded with its owner',
      'reference-not-recorded': 'whoever is named there is not recorded',
      'field-not-recorded': 'the value of that lookup is not recorded',
      'calling-user': 'depends on who runs the process',
    },
  },
  ja: {
    from: (value) => `差出人の指定は「${value}」`,
    attribute: (attribute, record, of) =>
      `${of === 'invitation' ? '招待' : '取引先担当者'} ${record} の${attribute}`,
    principal: { user: 'ユーザー', queue: 'キュー', team: 'チーム', contact: '取引先担当者' },
    mailbox: 'メールボックス',
    nothing: {
      'from-empty': '差出人が空欄で、誰も指定されていない',
      'owned-by-team': '取引先担当者の所有者がチームなので、所有ユーザーは空',
      'not-a-legal-sender': '差出人になれるのはユーザーとキューだけなので、送信できない',
      'no-mailbox': 'メールボックスがない',
      'mailbox-not-recorded': 'メールボックスが設定ファイルにない',
      'process-not-recorded': 'プロセスが設定ファイルにない',
      'no-step': '「電子メールの送信」ステップが設定ファイルにない',
      'from-not-recorded': 'ステップの差出人が設定ファイルにない',
      'contact-not-given': '取引先担当者によって変わる(--to または --for で指定する)',
      'contact-not-recorded': '取引先担当者が設定ファイルにない',
      'owner-not-recorded': '設定ファイルの取引先担当者に、それが誰か書かれていない',
      'invitation-not-recorded': 'この取引先担当者への招待とその所有者が設定ファイルにない',
      'reference-not-recorded': 'そこで指定された相手が設定ファイルにない',
      'field-not-recorded': 'その検索列の値が設定ファイルにない',
      'calling-user': 'プロセスを実行する人によって変わる',
    },
  },
};

export function chainLines(hops: readonly Hop[], style: Style, language: Language, indent = '  '): string[] {
  return hops.flatMap((hop, index) => {
    const arrow = index === 0 ? '' : '→ ';
    // A row that the platform always has was written down nowhere.
    const place = hop.where === undefined || 'table' in hop.where ? '' : whereText(hop.where);
    const lines = wrap(arrow + safe(hopText(hop, language)), style.width, indent, `${indent}  `);
    const last = lines.at(-1) ?? '';
    if (place === '') return lines;
    return widthOf(`${last}  ${place}`) > style.width
      ? [...lines, `${indent}  ${style.colour.dim(place)}`]
      : [...lines.slice(0, -1), `${last}  ${style.colour.dim(place)}`];
  });
}

/** The chains of some steps; each with its name, where it is not the only one and sure to run. */
export function stepChainLines(
  steps: readonly StepReport[],
  chosen: readonly StepReport[],
  style: Style,
  language: Language,
): string[] {
  const named = steps.length > 1 || steps.some(({ conditional }) => conditional);
  return chosen.flatMap((step) =>
    named
      ? [
          ...wrap(safe(stepWords([step], language)), style.width, '  ', '    '),
          ...chainLines(step.chain, style, language, '    '),
        ]
      : chainLines(step.chain, style, language),
  );
}

function hopText(hop: Hop, language: Language): string {
  const said = words[language];
  switch (hop.hop) {
    case 'from':
      return said.from(fromLabels[hop.value]?.[language] ?? hop.value);
    case 'attribute':
      return said.attribute(
        attributeLabels[hop.attribute]?.[language] ?? hop.attribute,
        hop.record,
        hop.of ?? 'contact',
      );
    case 'principal':
      return `${said.principal[hop.kind]} ${hop.name}`;
    case 'mailbox':
      return `${said.mailbox} ${hop.address}`;
    case 'nothing':
      return said.nothing[hop.because];
  }
}
