namespace BriefingBot.Claims;

/// <summary>Rows of numbers in the weights file; their length is known from elsewhere.</summary>
internal static class Floats
{
    public static float[] Read(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }

    public static void Write(BinaryWriter writer, float[] values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }
}
