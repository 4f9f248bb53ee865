using System.Text.Json.Serialization;

namespace BriefingBot.Channels.Feedbacks;

/// <summary>What a reader thinks of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackRating>))]
public enum FeedbackRating
{
    [JsonStringEnumMemberName("up")]
    Up,

    [JsonStringEnumMemberName("down")]
    Down,
}
