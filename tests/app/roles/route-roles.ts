/**
 * Promise Z1 for pages: how each answers six people. “sign-in” leads to the form and back, 403 says that the page is for other
 * roles, 404 that there is no such page; these are the denials. At the end of a line stand words of the page that only those
 * read who may. What is addressed is the owner's where it belongs to a member; a page with “@” after it is asked for a draft,
 * which reviewers alone may see, or for a record of somebody's own.
 */
export const PAGE_ROLES = `
page                            anonymous  member  owner    other    moderator  admin
/                               200        200     200      200      200        200
/calibration                    200        200     200      200      200        200
/events                         200        200     200      200      200        200
/events/[id]                    200        200     200      200      200        200
/leaderboard                    200        200     200      200      200        200
/leaderboard/compare            200        200     200      200      200        200
/leaderboard/profit             200        200     200      200      200        200
/methodology                    200        200     200      200      200        200
/questions                      200        200     200      200      200        200
/questions/[slug]               200        200     200      200      200        200
/questions/[slug]/resolution    200        200     200      200      200        200
/questions/[slug]/scores        200        200     200      200      200        200
/seals                          200        200     200      200      200        200
/seals/[number]                 200        200     200      200      200        200
/seals/record/[kind]/[id]       200        200     200      200      200        200
/sign-in                        200        200     200      200      200        200
/sign-up                        200        200     200      200      200        200
/signals/[id]                   200        200     200      200      200        200
/topics                         200        200     200      200      200        200
/topics/[slug]                  200        200     200      200      200        200
/tournaments                    200        200     200      200      200        200
/tournaments/[slug]             200        200     200      200      200        200
/users/[name]                   200        200     200      200      200        200

/me                             sign-in    200     200      200      200        200    My public record
/notices                        sign-in    200     200      200      200        200    What happened to questions you forecast on
/portfolio                      sign-in    200     200      200      200        200    What you hold in the markets
/portfolio/statement            sign-in    200     200      200      200        200    Every credit that came to you
/questions/suggest              sign-in    200     200      200      200        200    A moderator reads it, and makes a draft of it
/settings                       sign-in    200     200      200      200        200    Where you are signed in

/admin                          sign-in    403     403      403      200        200    What is due first
/admin/events                   sign-in    403     403      403      200        200    Something that happened, on at least one source
/admin/events/[id]              sign-in    403     403      403      200        200    Now at revision
/admin/events/coverage          sign-in    403     403      403      200        200    You vouch that the log lacks nothing
/admin/events/inbox             sign-in    403     403      403      200        200    What files from elsewhere say
/admin/events/signals           sign-in    403     403      403      200        200    A signal is a pattern with a name
/admin/events/topic             sign-in    403     403      403      200        200    A story to watch
/admin/events/topic/[slug]      sign-in    403     403      403      200        200    Edit the story. Each change is kept
/admin/questions                sign-in    403     403      403      200        200    What is not public yet
/questions/[slug]/criteria      sign-in    403     403      403      200        200    The question is public
/questions/new                  sign-in    403     403      403      200        200    The rule decides the question

/admin/audit                    sign-in    403     403      403      403        200    Every privileged act
/admin/people                   sign-in    403     403      403      403        200    Everybody with a record here
/admin/settings                 sign-in    403     403      403      403        200    How this instance decides
/tournaments/new                sign-in    403     403      403      403        200    A dated set of questions

/questions/[slug]@draft         404        404     404      404      200        200    the harbour stays open
/questions/[slug]/resolution@draft 404     404     404      404      200        200    the harbour stays open
/questions/[slug]/scores@draft  404        404     404      404      200        200    the harbour stays open
/questions/new@draft            sign-in    403     403      403      200        200    the harbour stays open
/seals/record/[kind]/[id]@own   404        404     200      404      200        200    This suggested answer
`;

/** The same for what is no page: route handlers, the files that anybody may fetch, and what the server answers by itself. */
export const ROUTE_ROLES = `
route                           anonymous  member  owner    other    moderator  admin
/api/auth/[...nextauth]         200        200     200      200      200        200
/api/trpc/[trpc]                200        200     200      200      200        200
/icon.svg                       200        200     200      200      200        200
/favicon.ico                    200        200     200      200      200        200
/robots.txt                     200        200     200      200      200        200
/schemas/parley-bundle-v1.json  200        200     200      200      200        200
/healthz                        200        200     200      200      200        200
/readyz                         200        200     200      200      200        200
/metrics                        401        401     401      401      401        401
`;
