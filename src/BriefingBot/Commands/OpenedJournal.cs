using BriefingBot.Answers;
using BriefingBot.Articles;
using BriefingBot.Sqlite;

namespace BriefingBot.Commands;

/// <summary>Opens what the server keeps beside the index: conversations, feedback, keys.</summary>
internal static class OpenedJournal
{
    /// <exception cref="JournalException">It cannot be opened.</exception>
    /// <exception cref="CorpusException">There is no such folder or file, after which the journal on a server is named.</exception>
    public static IJournal Open(IndexSettings settings) => settings.IsOnServer
        ? PostgresSettings.Journal(new Corpus(settings.Corpus))
        : SqliteJournal.Open(SqliteJournal.PathOf(settings.Data));
}
