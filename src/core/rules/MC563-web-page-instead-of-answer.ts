// MC563: where a web service should answer in its own format, a page for people came.

import type { StepResult } from '../mail/step.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { httpHit } from './http-hit.ts';
import { editService } from './service-words.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords } from './session-words.ts';

export default defineRule({
  code: 'MC563',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => httpHit(facts, 'web-page', 'ServerLocation', (step) => ({ ...pageOf(step) })),
  en: {
    title: 'A web page came instead of an answer',
    why:
      'The service answers programs with data, and what came is a page for people: one of a proxy or sign-in portal on the way, or of a ' +
      'web server that has no such service at this address. Nothing is learnt about the mailbox; the status in the record is not changed.',
    message: (p) =>
      `${p.server} answered with a web page${p.title === undefined ? '' : ` ("${p.title}")`}${p.status === undefined ? '' : `, HTTP ${p.status},`} and not as ${protocolWords[p.protocol]} does.`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `On the machine that runs mailcheck: let connections to ${p.server} through without a proxy's page (sign-in, warning, filter), and see what a browser shows there.`,
      },
      ...editService(p, 'en'),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '応答の代わりにWebページが返りました',
    why:
      'このサービスはプログラムにデータで応答しますが、返ってきたのは人が読むページでした。途中のプロキシやサインイン画面のページか、このアドレスにサービスのないWebサーバーのページです。' +
      'メールボックスについては何もわからないため、設定ファイルの状態は変更していません。',
    message: (p) =>
      `${p.server} から、${protocolWords[p.protocol]}の応答ではなくWebページ${p.title === undefined ? '' : `「${p.title}」`}${p.status === undefined ? '' : `(HTTP ${p.status})`}が返りました。`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `mailcheckを実行するマシンから ${p.server} への接続が、プロキシのページ(サインイン、警告、フィルター)に置き換えられないようにする。ブラウザーで同じ場所を開くと、何のページかわかる。`,
      },
      ...editService(p, 'ja'),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 9110 §8.3', 'derived: neither service answers with HTML'],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            login: {
              outcome: 'malformed',
              looksLike: 'http',
              received: 'HTTP/1.1 200 OK\nContent-Type: text/html\n<html><head><title>Access blocked</title>',
            },
          },
          { protocol: 'graph' },
        ),
      },
      {
        session: sessionThat(
          { login: { outcome: 'malformed', looksLike: 'http', received: '<!DOCTYPE html>' } },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [
      {
        session: sessionThat(
          { login: { outcome: 'malformed', looksLike: 'unknown', received: '{"value":' } },
          { protocol: 'graph' },
        ),
      },
    ],
  },
});

function pageOf(step: StepResult): { title: string | undefined; status: string | undefined } {
  const received = step.outcome === 'malformed' ? step.received : '';
  return {
    title: /<title[^>]*>\s*([^<]{1,100})/i.exec(received)?.[1]?.replaceAll(/\s+/g, ' ').trim(),
    status: /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1],
  };
}
