using System.Collections.Frozen;
using BriefingBot.Articles;

namespace BriefingBot.Answers;

/// <summary>The lists of Data/answer-words.tsv.</summary>
internal static class AnswerWords
{
    /// <summary>The words of one list, lower case.</summary>
    public static FrozenSet<string> Of(string list) => WordList.Lines("Answers.Data.answer-words.tsv").Select(line => line.Split('\t'))
        .Where(fields => fields[0] == list).SelectMany(fields => fields[1].Split(' ')).ToFrozenSet();
}
