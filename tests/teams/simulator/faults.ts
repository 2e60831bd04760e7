export interface Refusal {
  readonly kind: 'refuse';
  readonly status: number;
  readonly body: object;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** The message was taken all the same, as happens with 502 and 504. */
  readonly taken?: true;
}

/** What the Bot Connector does instead of serving a call as it should. */
export type Fault =
  | Refusal
  /** Takes nothing and never answers. */
  | { readonly kind: 'silence' }
  /** Takes the message, then cuts the line. */
  | { readonly kind: 'answerLost' };

const refuse = (status: number, code: string, message: string): Refusal => ({
  kind: 'refuse',
  status,
  body: { error: { code, message } },
});

// This one comes with another envelope than all others, and with JSON inside a string.
const writesBlocked = {
  subCode: 'MessageWritesBlocked',
  details: 'Thread is blocked from message writes.',
  errorCode: null,
  errorSubCode: null,
};

/** Teams' refusals by what a reader of its documentation calls them, each with the body Teams sends. */
export const refusals = {
  badArgument: refuse(400, 'BadArgument', 'Bad Argument'),
  notRegistered: refuse(401, 'BotNotRegistered', 'No bot is registered with this id'),
  disabledByAdmin: refuse(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot'),
  notInRoster: refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  blockedByUser: refuse(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  notInstalledForPerson: refuse(
    403,
    'ForbiddenOperationException',
    "Bot isn't installed in user's personal scope",
  ),
  wrongHost: refuse(403, 'InvalidBotApiHost', 'Invalid bot api host'),
  writesBlocked: {
    kind: 'refuse',
    status: 403,
    body: { errorCode: 209, message: JSON.stringify(writesBlocked, null, 2).replaceAll('\n', '\r\n') },
  },
  noSuchRoute: refuse(404, 'ServiceError', 'No such route.'),
  conversationNotFound: refuse(404, 'ConversationNotFound', 'Conversation not found.'),
  activityNotFound: refuse(404, 'ActivityNotFoundInConversation', 'Message does not exist in the thread.'),
  memberNotFound: refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.'),
  preconditionFailed: refuse(
    412,
    'PreconditionFailed',
    'Precondition failed, please try again. Error code: StorageTransientError',
  ),
  tooBig: refuse(413, 'MessageSizeTooBig', 'Message size too large.'),
  serverError: refuse(500, 'ServiceError', 'Unknown server error.'),
  badGateway: refuse(502, 'ServiceError', 'Bad gateway.'),
  unavailable: refuse(503, 'ServiceError', 'Service is unavailable.'),
  gatewayTimeout: refuse(504, 'ServiceError', 'Gateway timeout.'),
} as const satisfies Record<string, Refusal>;

/** @param retryAfter seconds; Teams does not always say. */
export const throttled = (retryAfter?: number): Refusal => ({
  ...refuse(429, 'Throttled', 'Too many requests'),
  retryAfter,
});

/** The message arrives in the conversation and the bot is told that it failed. */
export const takenBut = (refusal: Refusal): Refusal => ({ ...refusal, taken: true });

export const silence: Fault = { kind: 'silence' };

export const answerLost: Fault = { kind: 'answerLost' };
