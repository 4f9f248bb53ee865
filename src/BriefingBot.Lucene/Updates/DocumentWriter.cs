using BriefingBot.Lucene.Documents;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Lucene.Updates;

/// <summary>The one writer of an index. What it writes is seen by nobody before it is committed, and a commit survives whatever ends the process.</summary>
internal sealed class DocumentWriter : IDisposable
{
    private const double BufferInMegabytes = 48;
    private const int MergeFactor = 8;

    private readonly BackgroundMerges _merges = new();
    private readonly ArticleBlock _block = new();
    private readonly IndexWriter _writer;
    private bool _isDone;

    public DocumentWriter(Directory directory) => _writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = OpenMode.CREATE_OR_APPEND,
        RAMBufferSizeMB = BufferInMegabytes,
        MergeScheduler = _merges,

        // Merges neighbours only, so that articles stay in the order of their numbers.
        MergePolicy = new LogByteSizeMergePolicy { MergeFactor = MergeFactor, NoCFSRatio = 0 },
        UseCompoundFile = false,
    });

    public void Add(AnalysedArticle article) => _writer.AddDocuments(_block.Of(article));

    public void Remove(long article) => _writer.DeleteDocuments(new Term(FieldNames.Article, ArticleBlock.KeyOf(article)));

    public void RemoveAll() => _writer.DeleteAll();

    /// <summary>Puts everything on the disk, so that hardly anything is left of the commit that can fail.</summary>
    public void Prepare(CommitMark mark)
    {
        _merges.ThrowIfFailed();
        _writer.SetCommitData(mark.ToData());
        _writer.PrepareCommit();
    }

    public void Commit() => _writer.Commit();

    /// <summary>Lets the merges end.</summary>
    public void Finish()
    {
        _writer.Dispose();
        _isDone = true;
        _merges.ThrowIfFailed();
    }

    /// <summary>Forgets what is not committed, unless it has been finished.</summary>
    public void Dispose()
    {
        if (!_isDone)
            _writer.Rollback();
        _block.Dispose();
    }
}
