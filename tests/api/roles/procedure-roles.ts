/**
 * Promise Z1: the status by which each procedure answers each of seven people, asked with a valid input. 401, 403 and 404 are
 * denials; all others got past every question of who asks. A status that a rule of the thing makes has the rule's name at the
 * end of its line.
 *
 * The thing is the owner's where it belongs to a member (an order, a session, a transaction, a suggestion, a forecast), and the
 * author's where it is a moderator's (a draft, a proposed answer). “other” has such things too, “member” has none.
 */
export const PROCEDURE_ROLES = `
procedure               anonymous   member   owner  other  author  moderator  admin

attribution.ofEvent           200      200     200    200     200        200    200
attribution.inTopic           200      200     200    200     200        200    200

audit.list                    401      403     403    403     403        403    200

board.read                    200      200     200    200     200        200    200
board.list                    200      200     200    200     200        200    200
board.compare                 200      200     200    200     200        200    200
board.pairs                   200      200     200    200     200        200    200
board.record                  200      200     200    200     200        200    200

calibration.read              200      200     200    200     200        200    200

coverage.list                 200      200     200    200     200        200    200
coverage.waiting              401      403     403    403     200        200    200
coverage.sign                 401      403     403    403     200        200    200

criteria.change               401      403     403    403     200        200    200
criteria.clarify              401      403     403    403     200        200    200
criteria.record               200      200     200    200     200        200    200

event.list                    200      200     200    200     200        200    200
event.byId                    200      200     200    200     200        200    200
event.actors                  200      200     200    200     200        200    200
event.duplicates                   401      403     403    403     200        200    200
event.changes                 200      200     200    200     200        200    200
event.vocabulary              200      200     200    200     200        200    200
event.log                     401      403     403    403     200        200    200
event.revise                  401      403     403    403     200        200    200
event.setStatus               401      403     403    403     200        200    200
event.merge                   401      403     403    403     200        200    200
event.unmerge                 401      403     403    403     200        200    200

forecast.submit               401      200     200    200     200        200    200
forecast.withdraw             401      409     200    200     409        409    409   forecast_must_be_active
forecast.own                  200      200     200    200     200        200    200
forecast.ofQuestion           200      200     200    200     200        200    200
forecast.ofUser               200      200     200    200     200        200    200
forecast.mine                 401      200     200    200     200        200    200

inbox.list                    401      403     403    403     200        200    200
inbox.counts                  401      403     403    403     200        200    200
inbox.import                  401      403     403    403     200        200    200
inbox.decide                  401      403     403    403     200        200    200

ledger.balance                200      200     200    200     200        200    200
ledger.statement              401      200     200    200     200        200    200
ledger.statementCsv           401      200     200    200     200        200    200
ledger.grant                  401      403     403    403     403        403    200
ledger.settings               200      200     200    200     200        200    200
ledger.setSettings            401      403     403    403     403        403    200

market.open                   401      403     403    403     200        200    200
market.quote                  200      200     200    200     200        200    200
market.trade                  401      200     200    200     200        200    200
market.placeOrder             401      200     200    200     200        200    200
market.cancelOrder            401      404     200    404     404        404    404
market.ofQuestion             200      200     200    200     200        200    200
market.priceHistory           200      200     200    200     200        200    200
market.depth                  200      200     200    200     200        200    200
market.trades                 200      200     200    200     200        200    200
market.holders                200      200     200    200     200        200    200
market.ownOrders              401      200     200    200     200        200    200
market.portfolio              401      200     200    200     200        200    200
market.profitBoard            200      200     200    200     200        200    200

methodology.list              200      200     200    200     200        200    200

notice.list                   401      200     200    200     200        200    200
notice.unread                 200      200     200    200     200        200    200
notice.read                   401      200     200    200     200        200    200

question.list                 200      200     200    200     200        200    200
question.bySlug               404      404     404    404     200        200    200
question.crowd                200      200     200    200     200        200    200
question.evaluation           200      200     200    200     200        200    200
question.drafts               401      403     403    403     200        200    200
question.draftToRevise        401      403     403    403     200        200    200
question.dryRun               401      200     200    200     200        200    200
question.draft                401      403     403    403     200        200    200
question.revise               401      403     403    403     200        200    200
question.submit               401      403     403    403     200        200    200
question.returnDraft          401      403     403    403     200        200    200
question.publish              401      403     403    403     403        200    200

resolution.queue              401      403     403    403     200        200    200
resolution.reopenings         401      403     403    403     200        200    200
resolution.suggestions        401      403     403    403     200        200    200
resolution.record             200      200     200    200     200        200    200
resolution.settings           401      403     403    403     200        200    200
resolution.setSettings        401      403     403    403     403        403    200
resolution.propose            401      403     403    403     200        200    200
resolution.challenge          401      403     200    200     200        200    200
resolution.requestReopening   401      403     200    200     200        200    200
resolution.declineReopening   401      403     403    403     403        403    200
resolution.suggest            401      403     200    200     403        403    403
resolution.adoptSuggestion    401      403     403    403     200        200    200
resolution.declineSuggestion  401      403     403    403     200        200    200
resolution.approve            401      403     403    403     403        403    200
resolution.amend              401      403     403    403     403        403    200
resolution.reject             401      403     403    403     403        403    200

score.ofQuestion              200      200     200    200     200        200    200
score.explain                 200      200     200    200     200        200    200
score.history                 200      200     200    200     200        200    200
score.ofUser                  200      200     200    200     200        200    200

seal.list                     200      200     200    200     200        200    200
seal.byNumber                 200      200     200    200     200        200    200
seal.proof                    404      404     200    404     404        404    200

sourcePage.fetch              401      403     403    403     400        400    400   page_address_must_be_public
sourcePage.mayFetch           200      200     200    200     200        200    200
sourcePage.ofEvent            200      200     200    200     200        200    200

suggestion.suggest            401      200     200    200     200        200    200
suggestion.takeUp             401      403     403    403     200        200    200
suggestion.decline            401      403     403    403     200        200    200
suggestion.waiting            401      403     403    403     200        200    200
suggestion.waitingOne         401      403     403    403     200        200    200
suggestion.own                401      200     200    200     200        200    200

signal.list                   200      200     200    200     200        200    200
signal.byId                   200      200     200    200     200        200    200
signal.followsTopic           200      200     200    200     200        200    200
signal.create                 401      403     403    403     200        200    200
signal.revise                 401      403     403    403     200        200    200
signal.follow                 401      200     200    200     200        200    200

topic.list                    200      200     200    200     200        200    200
topic.bySlug                  200      200     200    200     200        200    200
topic.create                  401      403     403    403     200        200    200
topic.edit                    401      403     403    403     200        200    200
topic.bindScenarios           401      403     403    403     200        200    200

tournament.list               200      200     200    200     200        200    200
tournament.bySlug             200      200     200    200     200        200    200
tournament.tables             200      200     200    200     200        200    200
tournament.create             401      403     403    403     403        403    200
tournament.addQuestions       401      403     403    403     403        403    200

user.viewer                   200      200     200    200     200        200    200
user.company                  401      403     403    403     200        200    200
user.people                   401      403     403    403     403        403    200
user.signUp                   200      403     403    403     403        403    403
user.create                   401      403     403    403     403        403    200
user.setRole                  401      403     403    403     403        403    200
user.changePassword           401      200     200    200     200        200    200
user.bots                     401      200     200    200     200        200    200
user.createBot                401      200     200    200     200        200    200
user.retireBot                401      404     200    404     404        404    404
user.sessions                 401      200     200    200     200        200    200
user.endSession               401      404     200    404     404        404    404
user.endSessions              401      200     200    200     200        200    200
`;
