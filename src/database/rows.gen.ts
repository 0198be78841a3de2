// Row types of every table, made from the migrations by `npm run generate:rows`. Do not edit.

export interface Tables {}

export interface NewTables {}
