using System.ComponentModel.DataAnnotations;

namespace BriefingBot.Channels.Conversations;

/// <summary>The section <c>Retention</c>: how long what people asked is kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>A conversation is forgotten so many days after its last question, feedback after the last on a conversation; 0 keeps all.</summary>
    [Range(0, 36_500, ErrorMessage = "Retention:Days: write a number of days from 1 to 36500, or 0 to forget nothing")]
    public int Days { get; set; } = 365;
}
