// Knows the codes with which Node reports that a name was not found or a connection not made (https://nodejs.org/api/errors.html,
// https://nodejs.org/api/dns.html#error-codes). Data only.

import { keeper, network, rowsWith, server, system } from './fixes.ts';

export const networkRows = rowsWith({}, [
  {
    id: 'host-name-not-found',
    codes: ['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA', 'EBADNAME', 'ENONAME'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The host name is not in the DNS: it is misspelt, or it exists inside a company network only.',
      ja: 'ホスト名がDNSにありません。入力の誤りか、社内ネットワークでしか引けない名前です。',
    },
    fix: [
      system(
        'Correct the server location in the server profile; the mail provider names the host in its instructions for mail programs.',
        'サーバー プロファイルの「サーバーの位置」を、メール事業者がメールソフト向けに案内しているホスト名に直す。',
      ),
    ],
    example: 'getaddrinfo ENOTFOUND pop.gmial.com',
  },
  {
    id: 'resolver-unreachable',
    codes: ['EAI_AGAIN'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'The name server of this machine cannot be reached; whether the host exists is not known.',
      ja: 'このマシンのネームサーバーに到達できません。ホストがあるかどうかはわかりません。',
    },
    fix: [
      network(
        'Make DNS look-ups work on this machine (containers and build servers often have none), then run it again.',
        'このマシンでDNSの名前解決ができるようにして(コンテナーやビルド サーバーではできないことが多い)、もう一度実行する。',
      ),
    ],
    example: 'getaddrinfo EAI_AGAIN smtp.example.com',
  },
  {
    id: 'resolver-fails',
    codes: ['ESERVFAIL', 'EREFUSED', 'ETIMEOUT', 'EBADRESP', 'EDNS'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'The name server answers with an error, or not in time; whether the host exists is not known.',
      ja: 'ネームサーバーがエラーを返すか、時間内に応答しません。ホストがあるかどうかはわかりません。',
    },
    fix: [
      network(
        'See why the name server fails for {host} (its own forwarders, a broken DNSSEC chain, a firewall); ask another one for comparison.',
        'ネームサーバーが {host} の解決に失敗する理由を調べる(転送先、DNSSECの不備、ファイアウォール)。別のネームサーバーの答えとも比べる。',
      ),
    ],
    example: 'queryA ESERVFAIL smtp.example.com',
  },
  {
    id: 'connection-refused',
    codes: ['ECONNREFUSED'],
    class: 'network',
    acts: 'us',
    cause: {
      en: 'Nothing listens on that port of the host, or a firewall rejects the connection.',
      ja: 'ホストのそのポートで待ち受けているものがないか、ファイアウォールが接続を拒否しています。',
    },
    fix: [
      system(
        "Compare host and port in the server profile with the provider's instructions.",
        'サーバー プロファイルのホストとポートを、メール事業者の案内と照らし合わせる。',
      ),
      server(
        'If both are right: see that the mail service runs on {host} and that the firewall lets that port in.',
        'どちらも正しい場合: {host} でメールサービスが動いているか、ファイアウォールがそのポートを通すか確かめる。',
      ),
    ],
    example: 'connect ECONNREFUSED 192.0.2.1:588',
  },
  {
    id: 'connection-timed-out',
    codes: ['ETIMEDOUT', 'ESOCKETTIMEDOUT'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'No answer came: usually a firewall drops the packets (port 25 often, 465 and 587 sometimes), or the address is wrong.',
      ja: '応答がありません。多くはファイアウォールがパケットを捨てているか(25番はよく、465や587も塞がれることがあります)、アドレスの誤りです。',
    },
    fix: [
      network(
        'Allow outgoing connections from this machine to {host} and the port, or run it where they are allowed.',
        'このマシンから {host} のそのポートへの発信を許可する。または許可されている場所で実行する。',
      ),
    ],
    example: 'connect ETIMEDOUT 192.0.2.1:25',
  },
  {
    id: 'host-unreachable',
    codes: ['EHOSTUNREACH', 'EHOSTDOWN'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'There is no way to this host from here: often its IPv6 address without IPv6 on this side, or it is switched off.',
      ja: 'ここからこのホストへの経路がありません。こちらにIPv6がないのに相手のIPv6アドレスを使ったか、ホストが停止していることがよくあります。',
    },
    fix: [
      network(
        'Try the other address family (IPv4), and see that a route to {host} exists.',
        'もう一方のアドレス(IPv4)で試し、{host} への経路があるか確かめる。',
      ),
    ],
    example: 'connect EHOSTUNREACH 192.0.2.1:587',
  },
  {
    id: 'no-network-here',
    codes: ['ENETUNREACH', 'ENETDOWN'],
    class: 'local',
    acts: 'network',
    cause: {
      en: 'This machine has no network of that kind; nothing was learnt about the server.',
      ja: 'このマシンに該当するネットワークがありません。サーバーについては何もわかっていません。',
    },
    fix: [
      network(
        'Connect this machine to a network, or switch IPv6 on if only an IPv6 address was tried.',
        'このマシンをネットワークに接続する。IPv6アドレスだけを試していた場合は、IPv6を使えるようにする。',
      ),
    ],
    example: 'connect ENETUNREACH 2001:db8::1:587',
  },
  {
    id: 'local-address-exhausted',
    codes: ['EADDRNOTAVAIL', 'EADDRINUSE'],
    class: 'local',
    acts: 'us',
    cause: {
      en: 'This machine has no free local address or port for another connection.',
      ja: 'このマシンに、接続に使えるアドレスまたはポートが残っていません。',
    },
    fix: [
      keeper(
        'Open fewer connections at once, and see with "ss -s" or "netstat" what holds the ports.',
        '同時に開く接続を減らし、ss -s や netstat で何がポートを使っているか確かめる。',
      ),
    ],
    example: 'connect EADDRNOTAVAIL 192.0.2.1:587',
  },
  {
    id: 'local-files-exhausted',
    codes: ['EMFILE', 'ENFILE', 'ENOBUFS'],
    class: 'local',
    acts: 'us',
    cause: {
      en: 'This machine is at its limit of open files or buffers.',
      ja: 'このマシンで同時に開けるファイルまたはバッファーの上限に達しています。',
    },
    fix: [
      keeper(
        'Raise the limit (ulimit -n), or open fewer connections at once.',
        '上限(ulimit -n)を上げるか、同時に開く接続を減らす。',
      ),
    ],
    example: 'connect EMFILE 192.0.2.1:587',
  },
  {
    id: 'local-policy',
    codes: ['EACCES', 'EPERM'],
    class: 'local',
    acts: 'network',
    cause: {
      en: 'A rule of this machine forbids the connection (sandbox, container policy, firewall for outgoing traffic).',
      ja: 'このマシンの規則が接続を禁じています(サンドボックス、コンテナーのポリシー、送信側のファイアウォール)。',
    },
    fix: [
      network(
        'Allow this program to connect to {host}, or run it on a machine that may.',
        'このプログラムから {host} への接続を許可する。または接続できるマシンで実行する。',
      ),
    ],
    example: 'connect EACCES 192.0.2.1:25',
  },
  {
    id: 'connection-reset',
    codes: ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ENOTCONN'],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The other side cut the connection without a word. Before the greeting it is often an allow list, a connection limit or a port that expects TLS; later a policy or a fault of the server.',
      ja: '相手が何も言わずに接続を切りました。最初の応答の前なら許可リスト、接続数の上限、TLSを期待するポート、その後ならポリシーやサーバーの障害のことが多いです。',
    },
    fix: [
      server(
        'See in the log of {host} why it cut the connection; allow the address the connection came from, and those of Dataverse.',
        '接続を切った理由を {host} のログで調べ、この接続元とDataverseのアドレスを許可する。',
      ),
    ],
    example: 'read ECONNRESET',
  },
]);
