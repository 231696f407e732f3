// Knows the words that tell who a process sends as. Both languages. Data only.

import type { Language } from '../../core/rules/rule.ts';

type Words = {
  sendsAs(process: string, sender: string): string;
  sendsNothing(process: string): string;
  depends(process: string): string;
  notRecorded(process: string): string;
  forContact(contact: string, sender: string): string;
  more(count: number): string;
  end: Record<'system' | 'empty' | 'unknown', string>;
  chain: string;
  canSend: string;
  cannot: string;
  perhaps: string;
  cannotTell: string;
  always: string;
  separator: string;
};

export const senderWords: Record<Language, Words> = {
  en: {
    sendsAs: (process, sender) => `"${process}" sends as ${sender}.`,
    sendsNothing: (process) => `"${process}" sends nothing.`,
    depends: (process) =>
      `Who "${process}" sends as depends on the contact: From is read from its record. Name one with --for ADDRESS to see that one alone.`,
    notRecorded: (process) => `Which process "${process}" is cannot be told.`,
    forContact: (contact, sender) => `For contacts like ${contact}: ${sender}`,
    more: (count) => `… and ${count} more senders; name a contact with --for ADDRESS.`,
    end: { system: 'SYSTEM', empty: 'nobody', unknown: 'somebody who cannot be determined' },
    chain: 'From, hop by hop',
    canSend: 'Can it send? As far as is recorded, nothing stops it.',
    cannot: 'Can it send? No:',
    perhaps: 'Can it send? As far as is recorded, yes, but:',
    cannotTell: 'Can it send? This has to be known or looked at first:',
    always: 'Whoever the contact is:',
    separator: ' or ',
  },
  ja: {
    sendsAs: (process, sender) => `「${process}」の差出人は${sender}です。`,
    sendsNothing: (process) => `「${process}」は何も送信しません。`,
    depends: (process) =>
      `「${process}」の差出人は、取引先担当者によって変わります。1件だけを調べるには --for アドレス を指定してください。`,
    notRecorded: (process) => `「${process}」がどのプロセスなのか特定できません。`,
    forContact: (contact, sender) => `${contact} などの取引先担当者: ${sender}`,
    more: (count) => `ほかに${count}件の差出人があります。--for アドレス で取引先担当者を指定してください。`,
    end: { system: 'SYSTEM', empty: '空(誰も指定されていない)', unknown: '特定できない相手' },
    chain: '差出人の決まり方',
    canSend: '送信できるか: 記録されている範囲では、止めるものはありません。',
    cannot: '送信できるか: できません。',
    perhaps: '送信できるか: 記録されている範囲ではできますが、次の点に注意が必要です。',
    cannotTell: '送信できるか: 先に次の点を確かめる必要があります。',
    always: 'どの取引先担当者の場合も:',
    separator: 'または',
  },
};
