using BriefingBot.Retrieval;

namespace BriefingBot.Indexes.Tests;

/// <summary>What every index must do. One small class for each kind runs it.</summary>
public abstract partial class PassageIndexContract(IndexUnderTest kind)
{
    private TestFolder NewFolder() => new(kind);

    private async Task<TestFolder> IndexedAsync(int articles)
    {
        var folder = NewFolder();
        folder.WriteLines("wire.jsonl", Enumerable.Range(0, articles).Select(Some.Line));
        await folder.UpdateAsync(new UpdateOptions());
        return folder;
    }

    private static string State(TestFolder folder)
    {
        using var index = folder.Open();
        return Some.State(index);
    }

    private static string OneLine(IndexException failure)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.InRange(failure.Message.Length, 20, 1000);
        return failure.Message;
    }
}
