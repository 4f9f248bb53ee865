using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Indexes.Tests;

/// <summary>A folder on a disk that has room for some more files only.</summary>
internal sealed class FullDisk(Directory folder, int room) : FilterDirectory(folder)
{
    private const int NoSpaceLeft = 28;

    private int _left = room;

    public override IndexOutput CreateOutput(string name, IOContext context) =>
        Interlocked.Decrement(ref _left) >= 0 ? base.CreateOutput(name, context) : throw new IOException("No space left on device", NoSpaceLeft);
}
