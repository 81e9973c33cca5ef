package io.ctmconnect.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

/**
 * How the store's file keeps what the engine gives it: documents as BSON, ids in their twelve bytes, texts. What has no short form
 * here is kept by Java's serialization, as the engine does it for everything; that is many times slower.
 */
final class StoredTypes {
    static final DataType<Document> DOCUMENT = new DocumentType();
    static final DataType<Object> VALUE = new ValueType();
    static final DataType<KeyValue> INDEX_KEY = new IndexKeyType();

    private StoredTypes() {}

    /** A document, as BSON after its length. */
    private static final class DocumentType extends BasicDataType<Document> {
        @Override
        public int getMemory(Document document) {
            return memoryOf(document);
        }

        @Override
        public void write(WriteBuffer out, Document document) {
            ByteBuf bson = Unpooled.buffer(4096);
            BsonEncoder.encodeDocument(document, bson);
            out.putVarInt(bson.readableBytes()).put(bson.nioBuffer());
        }

        @Override
        public Document read(ByteBuffer in) {
            int length = DataUtils.readVarInt(in);
            Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(in.slice(in.position(), length)));
            in.position(in.position() + length);
            return document;
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }

        private static int memoryOf(@Nullable Object value) {
            return switch (value) {
                case String text -> 56 + text.length();
                case byte[] bytes -> 16 + bytes.length;
                case Map<?, ?> fields ->
                    64
                            + fields.values().stream()
                                    .mapToInt(field -> 64 + memoryOf(field))
                                    .sum();
                case Collection<?> all ->
                    48 + all.stream().mapToInt(DocumentType::memoryOf).sum();
                case null, default -> 24;
            };
        }
    }

    /**
     * One value: an id, or a part of an index entry. Kinds of values come in the order of their names. The library's type for all objects keeps
     * the kind that it saw last, which threads that share it disturb: here each call has one of its own.
     */
    private static final class ValueType extends BasicDataType<Object> {
        /** Neither is a tag of the library's type. */
        private static final byte OBJECT_ID = -1;

        private static final byte STRING = -2;

        private static final int OBJECT_ID_LENGTH = 12;

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class
        public int compare(@Nullable Object one, @Nullable Object other) {
            int kinds = kind(one).compareTo(kind(other));
            if (kinds != 0 || one == null || other == null) {
                return kinds;
            }
            return one instanceof Comparable comparable
                    ? comparable.compareTo(other)
                    : new ObjectDataType().compare(one, other);
        }

        private static String kind(@Nullable Object value) {
            return value == null ? "" : value.getClass().getName();
        }

        @Override
        public int getMemory(@Nullable Object id) {
            return switch (id) {
                case ObjectId _ -> 48;
                case String text -> StringDataType.INSTANCE.getMemory(text);
                case null, default -> new ObjectDataType().getMemory(id);
            };
        }

        @Override
        public void write(WriteBuffer out, @Nullable Object id) {
            switch (id) {
                case ObjectId objectId -> out.put(OBJECT_ID).put(objectId.toByteArray());
                case String text -> StringDataType.INSTANCE.write(out.put(STRING), text);
                case null, default -> new ObjectDataType().write(out, id);
            }
        }

        @Override
        public Object read(ByteBuffer in) {
            byte tag = in.get(in.position());
            if (tag != OBJECT_ID && tag != STRING) {
                return new ObjectDataType().read(in);
            }
            in.position(in.position() + 1);
            return tag == STRING ? StringDataType.INSTANCE.read(in) : objectId(in);
        }

        private static ObjectId objectId(ByteBuffer in) {
            byte[] bytes = new byte[OBJECT_ID_LENGTH];
            in.get(bytes);
            return new ObjectId(bytes);
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    /** The values of an index entry, in an order that has no meaning: entries are looked up, never walked through. */
    private static final class IndexKeyType extends BasicDataType<KeyValue> {
        @Override
        public int compare(KeyValue one, KeyValue other) {
            int result = Integer.compare(one.size(), other.size());
            for (int i = 0; result == 0 && i < one.size(); i++) {
                result = VALUE.compare(one.get(i), other.get(i));
            }
            return result;
        }

        @Override
        public int getMemory(KeyValue key) {
            return 48 + key.stream().mapToInt(VALUE::getMemory).sum();
        }

        @Override
        public void write(WriteBuffer out, KeyValue key) {
            out.putVarInt(key.size());
            key.forEach(value -> VALUE.write(out, value));
        }

        @Override
        public KeyValue read(ByteBuffer in) {
            Object[] values = new Object[DataUtils.readVarInt(in)];
            for (int i = 0; i < values.length; i++) {
                values[i] = VALUE.read(in);
            }
            return new KeyValue(values);
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }
}
