import type { Catalogue } from "#server/messages/catalogue.ts";

/** Rules of making and restoring backups. */
export const BACKUP_SENTENCES = {
  backup_must_be_readable(values) {
    switch (values.reason) {
      case "no_backup":
        return "This is no backup of Parley, or one of a newer version.";
      case "not_copied":
        return `The server could not copy its database: ${values.detail}`;
      case "unwritable":
        return `${values.file} cannot be written: ${values.detail}`;
      case "unreadable":
        return `${values.file} cannot be read: ${values.detail}`;
    }
  },
  backup_must_be_whole(values) {
    switch (values.reason) {
      case "damaged":
        return `The backup is damaged: ${values.detail}`;
      case "table_missing":
        return `The backup is not whole: the table ${values.table} is not in it.`;
      case "table_differs":
        return `The table ${values.table} came out different from what was kept.`;
    }
  },
  backup_must_fit_database(values) {
    switch (values.reason) {
      case "newer":
        return `The backup was made after the migration ${values.migration}, which this Parley does not have: restore it with the version that made it, or a later one.`;
      case "changed":
        return `The migration ${values.migration} is not the one that the backup was made after: this Parley was changed.`;
      case "older":
        return `The database was brought further than the backup, by ${values.migrations.join(", ")}: restore into a new database, which is then brought up to date.`;
      case "no_table":
        return `There is no table ${values.table} to put rows into.`;
      case "other_columns":
        return `The table ${values.table} has other columns than the backup.`;
      case "refused":
        return `The database refuses what was kept: ${values.detail}.`;
    }
  },
  backup_must_not_replace_a_file: ({ file }) => `${file} is there already. Give another name.`,
  database_must_be_empty: ({ table }) =>
    `The table ${table} has rows already: a backup is only restored into an empty database. Nothing was changed.`,
} as const satisfies Partial<Catalogue>;
