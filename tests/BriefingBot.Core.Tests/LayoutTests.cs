using System.Text.RegularExpressions;

namespace BriefingBot.Core.Tests;

/// <summary>The order of the slices holds.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] Slices = ["Articles", "Retrieval", "Claims", "Answers", "Evaluation"];

    [Fact]
    public void A_slice_never_uses_one_below_it()
    {
        var core = Path.Combine(Top(), "src", "BriefingBot.Core");
        List<string> wrong = [];
        foreach (var file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            var own = Array.IndexOf(Slices, Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0]);
            wrong.AddRange(Uses().Matches(File.ReadAllText(file)).Select(use => use.Groups[1].Value)
                .Where(slice => own >= 0 && Array.IndexOf(Slices, slice) > own).Select(slice => $"{Path.GetFileName(file)} uses {slice}"));
        }

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"using BriefingBot\.(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Uses();

    public static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
