// Knows what Exchange Web Services answer: response messages and SOAP faults, both with a ResponseCode. Pure.
// https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode

import type { EwsItemId } from './ews-request.ts';
import { allOf, firstOf, textOf, type XmlElement } from './xml.ts';

/** `from`: the address in its From, where that is one of SMTP. */
export type EwsItem = EwsItemId & { internetMessageId?: string; from?: string };

export type EwsAnswer = {
  /** ResponseClass "Success"; a warning says that something was left out. */
  ok: boolean;
  /** "NoError", "ErrorNonExistentMailbox" …; empty where the server named none. */
  code: string;
  text: string;
  /** How long to stay away (ErrorServerBusy), milliseconds. */
  backOff?: number;
  items: readonly EwsItem[];
};

/** Undefined: XML, but no answer of these services. */
export function readEwsAnswer(root: XmlElement): EwsAnswer | undefined {
  if (root.name !== 'Envelope') return undefined;
  const body = root.children.find(({ name }) => name === 'Body');
  const fault = body?.children.find(({ name }) => name === 'Fault');
  if (fault !== undefined) return answerOf(fault, false, faultCode(fault));
  const message = body === undefined ? undefined : firstOf(body, 'ResponseMessages')?.children[0];
  const responseClass = message?.attributes.get('ResponseClass');
  if (message === undefined || responseClass === undefined) return undefined;
  return answerOf(message, responseClass === 'Success', textOf(message, 'ResponseCode') ?? '');
}

function answerOf(element: XmlElement, ok: boolean, code: string): EwsAnswer {
  const backOff = backOffOf(element);
  return {
    ok,
    code,
    text:
      textOf(element, 'MessageText') ?? textOf(element, 'faultstring') ?? textOf(element, 'Message') ?? '',
    ...(backOff === undefined ? {} : { backOff }),
    items: itemsOf(element),
  };
}

/** In `detail` where Exchange itself speaks; `faultcode` has it with a prefix, or the SOAP 1.1 §4.4.1 word of a gateway. */
function faultCode(fault: XmlElement): string {
  return textOf(fault, 'ResponseCode') ?? (textOf(fault, 'faultcode') ?? '').replace(/^.*:/, '');
}

/** <t:Value Name="BackOffMilliseconds">297749</t:Value> */
function backOffOf(element: XmlElement): number | undefined {
  const value = allOf(element, 'Value').find((one) => one.attributes.get('Name') === 'BackOffMilliseconds');
  return value !== undefined && /^\d{1,12}$/.test(value.text.trim()) ? Number(value.text) : undefined;
}

function itemsOf(element: XmlElement): EwsItem[] {
  return element.children.flatMap((child) => {
    if (child.name !== 'ItemId') return itemsOf(child);
    const id = child.attributes.get('Id');
    if (id === undefined) return [];
    const changeKey = child.attributes.get('ChangeKey');
    const internetMessageId = textOf(element, 'InternetMessageId');
    const from = fromOf(element);
    return [
      {
        id,
        ...(changeKey === undefined ? {} : { changeKey }),
        ...(internetMessageId === undefined ? {} : { internetMessageId }),
        ...(from === undefined ? {} : { from }),
      },
    ];
  });
}

/** Within the organization RoutingType may be EX, and the address then a directory's name (legacyExchangeDN). */
function fromOf(item: XmlElement): string | undefined {
  const from = firstOf(item, 'From');
  if (from === undefined || !/^SMTP$/i.test(textOf(from, 'RoutingType') ?? 'SMTP')) return undefined;
  return textOf(from, 'EmailAddress');
}
