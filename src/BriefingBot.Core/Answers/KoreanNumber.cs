using BriefingBot.Retrieval;

namespace BriefingBot.Answers;

/// <summary>Reads a Korean number, which is one word with what it counts: 5명이, 1만2000명, 8월, 30억, 12%.</summary>
internal static class KoreanNumber
{
    private const string Groups = "십백천만억조";

    /// <param name="lower">A word in lower case.</param>
    /// <returns>The number as written, with 만 and the like, and what it is a number of; null if the word is none.</returns>
    public static (string Value, AnswerKind Kind)? Of(string lower)
    {
        if (!char.IsAsciiDigit(lower[0]) || !lower.AsSpan().ContainsAnyInRange('\uAC00', '\uD7A3'))
        {
            return null;
        }

        var end = 0;
        while (end < lower.Length && (!KoreanWords.IsHangul(lower[end]) || Groups.Contains(lower[end])))
        {
            end++;
        }

        var unit = end < lower.Length ? lower[end] : ' ';
        var kind = unit switch
        {
            '년' or '월' or '일' or '시' or '분' => AnswerKind.Time,
            '원' or '달' => AnswerKind.Money,
            '퍼' or '%' => AnswerKind.Share,
            _ => AnswerKind.Amount,
        };
        return (lower[..end].Replace(",", "", StringComparison.Ordinal), kind);
    }
}
