// Knows what a support person is asked who knows none of the words: what was waited for, by whom, since when. The answers
// become the options of `diagnose`. May not judge anything, nor ask anybody who does not sit at a terminal.

import { messageKinds, type MessageKind } from '../core/delivery/message.ts';
import { kindOf } from '../core/delivery/find-process.ts';
import { resolveReference, type Records } from '../core/records/records.ts';
import { nearest } from '../core/records/suggest.ts';
import type { Language } from '../core/rules/rule.ts';
import type { Context } from './context.ts';
import { Unusable } from './exit.ts';
import { forErrors } from './for-errors.ts';
import { safe } from './safe.ts';
import { shellWord } from './shell-word.ts';
import { momentAsked } from './since.ts';

export type Answers = { message?: string | undefined; workflow?: string; to?: string; since?: string };

type Words = {
  kinds: Record<MessageKind, string>;
  which: string;
  number(count: number): string;
  process: string;
  processName: string;
  noProcess: string;
  who: string;
  unknown(name: string, meant: string | undefined): string;
  several(name: string, ids: string): string;
  since: string;
  next: string;
  given: string;
};

const words: Record<Language, Words> = {
  en: {
    kinds: {
      'email-confirmation': 'a mail to confirm their e-mail address',
      'two-factor-code': 'a code to sign in with (two-factor authentication)',
      'password-reset': 'a mail to set a new password',
      invitation: 'an invitation to the portal',
      'guest-passcode': 'a passcode to sign in with as a guest (Microsoft Entra)',
      workflow: 'another mail',
    },
    which: 'What did the person wait for?',
    number: (count) => `A number from 1 to ${count}: `,
    process: 'Which process sends it?',
    processName: 'Its number or name: ',
    noProcess: 'Name of the process that sends it: ',
    who: 'Who waits for it? E-mail address, name or id: ',
    unknown: (name, meant) =>
      `Nobody called "${name}" is recorded${meant === undefined ? '' : `; did you mean ${meant}?`}${meant === undefined ? '. ' : ' '}Type it again, or press Enter to go on with it.`,
    several: (name, ids) => `"${name}" fits several. Name one by its id: ${ids}`,
    since: 'Since when? 10m, 2h, 14:30 or 2026-11-25 14:30; Enter if nobody knows: ',
    next: 'The command for this, to be typed next time:',
    given: 'No answer, so nothing was diagnosed. mailcheck diagnose --help shows what can be typed.',
  },
  ja: {
    kinds: {
      'email-confirmation': 'メールアドレスの確認メール',
      'two-factor-code': 'サインイン用の確認コード(2要素認証)',
      'password-reset': 'パスワード再設定のメール',
      invitation: 'ポータルへの招待メール',
      'guest-passcode': 'ゲストとしてサインインするためのパスコード(Microsoft Entra)',
      workflow: 'そのほかのメール',
    },
    which: 'どのメールが届いていませんか。',
    number: (count) => `番号(1から${count}): `,
    process: 'どのプロセスが送信するメールですか。',
    processName: '番号または名前: ',
    noProcess: '送信するプロセスの名前: ',
    who: '誰が待っていますか。メールアドレス、名前またはID: ',
    unknown: (name, meant) =>
      `「${name}」は設定ファイルにありません。${meant === undefined ? '' : `${meant} のことですか。`}入力し直すか、このまま続ける場合はEnterキーを押してください。`,
    several: (name, ids) => `「${name}」に当てはまる人が複数います。IDで指定してください: ${ids}`,
    since:
      'いつから待っていますか。例: 10m(10分前)、2h(2時間前)、14:30、2026-11-25 14:30。わからなければEnterキー: ',
    next: '次回は次のコマンドで実行できます。',
    given: '回答がないため、診断していません。指定できるものは mailcheck diagnose --help で確認できます。',
  },
};

/** Asks for what was not given. Gives up after five answers to one question that cannot be used. */
export async function askForMessage(given: Answers, records: Records, context: Context): Promise<Answers> {
  const said = words[context.language];
  const { ask } = context;
  if (ask === undefined) throw new Unusable(said.given);
  const repeat = async <T>(question: string, read: (answer: string) => T | undefined): Promise<T> => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await ask(question);
      if (answer === undefined) break;
      const value = read(answer.trim());
      if (value !== undefined) return value;
    }
    throw new Unusable(said.given);
  };
  const show = (line: string): void => context.err(forErrors(line, context));
  const list = (title: string, choices: readonly string[]): void => {
    show(title);
    for (const [index, choice] of choices.entries())
      context.err(`${String(index + 1).padStart(3)}  ${safe(choice, 100)}`);
  };

  const kind = await kindChosen();
  const workflow = kind === 'workflow' ? await processName() : undefined;
  const { text: to } = given.to === undefined ? await contactName() : { text: given.to };
  const { text: since } = given.since === undefined ? await sinceWhen() : { text: given.since };
  return {
    ...(workflow === undefined ? { message: kind } : { workflow }),
    ...(to === undefined ? {} : { to }),
    ...(since === undefined ? {} : { since }),
  };

  function kindChosen(): Promise<MessageKind> {
    list(
      said.which,
      messageKinds.map((each) => said.kinds[each]),
    );
    return repeat(said.number(messageKinds.length), (answer) => chosen(messageKinds, answer));
  }

  async function processName(): Promise<string> {
    const names = records.processes
      .filter((process) => kindOf(process) === undefined && (process.fields.sendEmailSteps?.length ?? 0) > 0)
      .map(({ id, fields }) => fields.name ?? id)
      .slice(0, 20);
    if (names.length > 0) list(said.process, names);
    return repeat(names.length > 0 ? said.processName : said.noProcess, (answer) =>
      answer === '' ? undefined : (chosen(names, answer) ?? answer),
    );
  }

  function contactName(): Promise<Typed> {
    const kinds = kind === 'guest-passcode' ? (['guests'] as const) : (['contacts'] as const);
    // A process may be asked about as such; the portal's own messages go to somebody.
    let before: Typed | undefined = kind === 'workflow' ? {} : undefined;
    return repeat<Typed>(said.who, (answer) => {
      if (answer === '') return before;
      const resolved = resolveReference<'guests' | 'contacts'>(records, kinds, answer);
      if (resolved.found !== undefined) return { text: answer };
      const ids = resolved.candidates.slice(0, 5).map(({ id }) => safe(id, 100));
      before = ids.length > 1 ? undefined : { text: answer };
      if (ids.length > 1) show(said.several(safe(answer, 60), ids.join(', ')));
      else show(said.unknown(safe(answer, 60), nearestContact(answer)));
      return undefined;
    });
  }

  function nearestContact(name: string): string | undefined {
    const meant = nearest(
      name,
      kind === 'guest-passcode'
        ? records.guests.map(({ id, fields }) => fields.emailAddress ?? id)
        : records.contacts.map(({ id, fields }) => fields.emailAddress1 ?? id),
    );
    return meant === undefined ? undefined : safe(meant, 100);
  }

  function sinceWhen(): Promise<Typed> {
    return repeat<Typed>(said.since, (answer) => {
      if (answer === '') return {};
      try {
        momentAsked(answer, context.now(), context.language);
        return { text: answer };
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        show(error.message);
        return undefined;
      }
    });
  }
}

function chosen<T>(choices: readonly T[], answer: string): T | undefined {
  return /^\d+$/.test(answer) ? choices[Number(answer) - 1] : undefined;
}

/** What was typed; nothing where Enter alone is an answer. */
type Typed = { text?: string };

/** The command that the answers amount to, as a shell takes it. */
export function commandOf({ message, ...options }: Answers, given: object, { language }: Context): string {
  const named = Object.entries({ ...options, ...given, ...options }).flatMap(
    ([name, value]: [string, unknown]) => {
      if (name === 'message' || (name === 'alternatives' && value !== false)) return [];
      if (name === 'alternatives') return ['--no-alternatives'];
      const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      if (value === true) return [flag];
      return typeof value === 'string' ? [flag, shellWord(value)] : [];
    },
  );
  return `${words[language].next}\n  ${['mailcheck diagnose', ...(message === undefined ? [] : [message]), ...named].join(' ')}`;
}
