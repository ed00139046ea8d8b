/** What turns answers into texts with marks: loaded beside the planner, whose words it shares. */
export { excerptOf, markedRuns } from "#search/query/excerpt.ts";
export { guessOf, suggestionOf } from "#search/query/suggestion.ts";
