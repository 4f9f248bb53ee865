using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace BriefingBot.Lucene.Updates;

/// <summary>Copies the last commit of an index, which a snapshot keeps from being deleted meanwhile.</summary>
internal static class FolderBackup
{
    /// <param name="folder">Nobody may be updating it.</param>
    /// <param name="copy">Made anew.</param>
    public static void Write(string folder, string copy)
    {
        var snapshots = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            OpenMode = OpenMode.APPEND,
            IndexDeletionPolicy = snapshots,
            MergePolicy = NoMergePolicy.COMPOUND_FILES,
        });
        var commit = snapshots.Snapshot();
        try
        {
            using var target = FSDirectory.Open(copy);
            foreach (var file in commit.FileNames)
                directory.Copy(target, file, file, IOContext.DEFAULT);
            target.Sync(commit.FileNames);
        }
        finally
        {
            snapshots.Release(commit);
        }
    }
}
